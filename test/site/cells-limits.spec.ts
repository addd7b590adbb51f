import { limits } from '#sandbox/limits.ts'
import { attempt, unharmed } from './attempt.ts'
import { openCell, withoutTypes } from './cell.ts'
import { changeTimer } from './patience.ts'
import { expect, test } from './site.ts'

test.use({ mayComplain: true })

test.beforeEach(({ page }) => withoutTypes(page))
test.describe.configure({ timeout: 180_000 })

test('what a cell breaks is broken for itself alone', async ({ page }) => {
  const cell = await openCell(page)
  await attempt(cell, [
    {
      does: 'pollutes prototypes',
      code: `Object.prototype.toString = () => 'x'\nObject.prototype.type = 'done'\nArray.prototype.push = () => 9\nArray.prototype[Symbol.iterator] = function* () {}\nString.prototype.slice = () => 'sliced'\nPromise.prototype.then = function () {}\nJSON.stringify = () => { throw 1 }\nconsole.log('polluted')`,
      shows: /polluted|not output|isn’t the output|Stopped/,
      state: /done|failed|stopped/,
    },
    {
      does: 'patches the engine',
      code: `import * as engine from 'engine'\nengine.sha256 = () => 'owned'\nconsole.log('patched')`,
      shows: /TypeError/,
      state: /failed/,
    },
    {
      does: 'patches the console',
      code: `console.log = () => {}\nconsole.log('patched')`,
      shows: /TypeError/,
      state: /failed/,
    },
  ])
  await cell.write("console.log([1, 2].push(3), {}.type, `${{}}`, 'abc'.slice(1))")
  expect(await cell.run()).toBe('done')
  await expect.poll(() => cell.shown()).toBe('3 undefined [object Object] bc')
  await unharmed(cell)
})

test('loops of every kind end at the time limit, and what was shown is kept', async ({ page }) => {
  // Eight of them wait for it.
  await changeTimer(page, limits.timeMs, 1000)
  const cell = await openCell(page)
  const stopped = /^before\nStopped after 2\ss, the limit for a cell/
  const loops: Readonly<Record<string, string>> = {
    plain: 'for (;;) {}',
    async: 'for (;;) await null',
    timers: 'setInterval(() => {}, 1)',
    generator: 'function* all() { for (;;) yield 1 }\nfor (const one of all()) { void one }',
    regex: "void /^(a+)+$/.test('a'.repeat(40) + '!')",
    'promise that never comes': 'await new Promise(() => {})',
    promises: 'const again = (): unknown => Promise.resolve().then(again)\nawait again()',
    microtasks: 'const again = () => queueMicrotask(again)\nagain()',
  }
  for (const [kind, loop] of Object.entries(loops)) {
    await cell.write(`console.log('before')\n${loop}`)
    expect(await cell.run(), `${kind}: ${await cell.shown()}`).toBe('stopped')
    await expect.poll(() => cell.shown(), { message: kind }).toMatch(stopped)
  }
  await unharmed(cell, 'queueMicrotask')
})

test('floods, huge and strange values come out short, as text', async ({ page }) => {
  const cell = await openCell(page)
  await attempt(cell, [
    {
      does: 'flood of lines',
      code: `console.log('first')\nfor (let i = 0; i < 100000; i++) console.log(i)`,
      shows: /^first\n0\n1\n[\s\S]*This is more than a cell may show/,
      state: /done/,
    },
    {
      does: 'endless flood',
      code: `for (let i = 0; ; i++) console.log('line', i)`,
      shows: /^line 0\n[\s\S]*more than a cell may show[\s\S]*Stopped after 2\ss/,
      state: /stopped/,
    },
    {
      does: 'long text',
      code: `console.log('x'.repeat(5e6))`,
      shows: /^x{2000} … 4998000 more characters$/,
      state: /done/,
    },
    {
      does: 'wide',
      code: `console.log(new Array(1e6).fill(7))`,
      shows: /^\[7, 7, .*1000000 in all/,
      state: /done/,
    },
    {
      does: 'deep',
      code: `let deep = {}\nfor (let i = 0; i < 1e5; i++) deep = { deep }\nconsole.log(deep)`,
      shows: /^\{ deep: \{ deep:/,
      state: /done/,
    },
    {
      does: 'cyclic',
      code: `const o: any = { a: 1 }\no.o = o\nconsole.log(o)`,
      shows: /^\{ a: 1, o: \(contains itself\) \}$/,
    },
    {
      does: 'throwing',
      code: `console.log({ get a() { throw 1 } }, new Proxy({}, { ownKeys() { throw 1 }, getPrototypeOf() { throw 2 } }))`,
      shows: /^\{ a: \(getter\) \} \(can’t be read\)$/,
      state: /done/,
    },
    {
      does: 'throws something strange',
      code: `throw new Proxy(new Error('x'), { getOwnPropertyDescriptor() { throw 1 }, get() { throw 2 } })`,
      shows: /what was thrown can’t be read/,
      state: /failed/,
    },
    { does: 'throws nothing', code: `throw undefined`, shows: /thrown: undefined/, state: /failed/ },
    {
      does: 'markup',
      code: `console.log('<img src=x onerror=alert(1)><script>alert(1)</script>', { '<b>': '<i>' })`,
      shows: /^<img src=x onerror=alert\(1\)><script>alert\(1\)<\/script> \{ <b>: '<i>' \}$/,
      state: /done/,
    },
    {
      does: 'markup in a table and an error',
      code: `console.table([{ '<img src=x>': '<script>' }])\nthrow new Error('<img src=x>')`,
      shows: /<img src=x>[\s\S]*<script>[\s\S]*Error: <img src=x>/,
      state: /failed/,
    },
  ])
  await expect(cell.output.locator('img, script')).toHaveCount(0)
  await unharmed(cell)
})

test('memory: ended by the time limit or the browser, and the learner’s text is there after a reload', async ({
  page,
}) => {
  const cell = await openCell(page)
  await cell.write(
    "console.log('before')\nconst kept: unknown[] = []\nfor (;;) kept.push(new Array(1000).fill(kept.length))",
  )
  expect(await cell.run()).toMatch(/stopped|failed/)
  await expect(cell.output).toContainText('before')
  await unharmed(cell, 'kept.push')
})
