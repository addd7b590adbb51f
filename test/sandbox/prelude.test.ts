import { describe, expect, it } from 'vitest'
import { runLinked } from '#build/cells.ts'
import type { CellRun } from '#build/remembered.ts'
import { partNames, runtime } from '#build/runtime.ts'
import { compile } from '#sandbox/compile.ts'
import { itemText } from '#sandbox/format.ts'
import { limits } from '#sandbox/limits.ts'

/** Runs texts as cells in the order given, the last one asked for. */
async function run(...sources: string[]): Promise<CellRun> {
  const { text } = await runtime(partNames)
  const cells = sources.map((source, index) => {
    const name = index === sources.length - 1 ? 'main' : `cell-${index}`
    const compiled = compile(name, source)
    if (!compiled.ok) throw new Error(compiled.error.message)
    return { name, source, ...compiled }
  })
  return runLinked(text, cells)
}

const lines = ({ items }: CellRun) => items.map(itemText)

describe('start(engine, cells)', () => {
  it('names what the engine gives as the cell imports it, also where a minifier took the names away', async () => {
    const ran = await run(
      "import { Table, cell, models, plan, run, sha1 } from 'engine'\n" +
        'console.log(sha1, Table, Table.empty(), models.register.onlyReads)\n' +
        'run(plan(cell((node) => ({ start: () => console.log(node.constructor) }))))',
    )
    expect(lines(ran).slice(0, 2)).toEqual([
      'function sha1 class Table Table { size: 0 } function onlyReads',
      'class Node',
    ])
  })

  it('has the console of the browsers, its groups, counts and formats', async () => {
    const ran = await run(
      "console.group('night %s', 'shift')\nconsole.log('one slip')\nconsole.groupEnd()\n" +
        "console.count()\nconsole.count('a')\nconsole.count()\nconsole.countReset()\nconsole.count()\n" +
        "console.assert(1 === 1, 'not told')\nconsole.assert(false, 'told', 3)\n" +
        "console.log('%d of %i, %f %j %c%%', 3.5, 4.9, '1.25', { a: 1 }, 'color: red', 'rest')\n" +
        "console.clear()\nconsole.dir({ a: 1 }, { depth: 1 })\nfunction called() { console.trace('here') }\ncalled()\n" +
        "console.time('t')\nconsole.timeEnd('t')\nconsole.timeEnd('u')\n" +
        'console.log(...Array.from({ length: 24 }, (_, i) => i + 1))',
    )
    const said = lines(ran)
    expect(said.slice(0, 11)).toEqual([
      'night shift',
      '  one slip',
      'default: 1',
      'a: 1',
      'default: 2',
      'default: 1',
      'Assertion failed: told 3',
      '3 of 4, 1.25 { a: 1 } % rest',
      'console.clear clears nothing here.',
      '{ a: 1 }',
      expect.stringMatching(/^Trace: here \(called by called/),
    ])
    expect(said.slice(11)).toEqual([
      expect.stringMatching(/^t: \d+ ms \(measured here, now\)$/),
      'console.time("u") hasn’t been called.',
      `${Array.from({ length: 20 }, (_, index) => index + 1).join(' ')} … 4 more values`,
    ])
  })

  it('copies with structuredClone, and hints at what a browser has and a cell has not', async () => {
    expect(lines(await run('console.log(structuredClone({ a: [1] }))'))).toEqual(['{ a: [1] }'])
    expect((await run('new URL("x:y")')).items.at(-1)).toMatchObject({
      hint: expect.stringContaining('URL belongs to the browser'),
    })
    expect((await run('console.profile()')).items.at(-1)).toMatchObject({
      hint: expect.stringContaining('groupEnd'),
    })
  })

  it.each([
    ['throw { code: 42 }', '{ code: 42 }'],
    ["throw 'text'", "'text'"],
    ['throw null', 'null'],
    ['await Promise.reject([1, 2])', '[1, 2]'],
  ])('shows what %s threw', async (source, message) => {
    expect((await run(source)).items.at(-1)).toMatchObject({ type: 'error', name: 'Thrown', message })
  })

  it('shows what a program threw that is no Error', async () => {
    const ran = await run(
      "import { cell, plan, run } from 'engine'\nrun(plan(cell(() => ({ start() { throw { code: 42 } } }))))",
    )
    expect(lines(ran).join()).toContain('threw {"code":42}')
  })

  it('counts what is shown itself, whatever a cell has made of JSON and of prototypes', async () => {
    const ran = await run(
      "Object.defineProperty(Object.prototype, 'toJSON', { value: () => 0 })\nArray.prototype.reduce = () => 0\n" +
        'const a = Array.from({ length: 30 }, (_, i) => Array.from({ length: 30 }, (_, j) => i * j))\n' +
        'for (let i = 0; i < 100; i++) console.log(a, a, a, a, a)',
    )
    expect(ran.state).toBe('done')
    expect(lines(ran).at(-2)).toContain('200,000 characters')
    expect(JSON.stringify(ran.items).length).toBeLessThan(8 * limits.characters)
  })

  it('says kindly what run, plot, value and search do not take', async () => {
    const ran = await run(
      "import { plan, plot, ring, run, search, value } from 'engine'\nconst said = []\n" +
        'for (const go of [() => run(), () => run(ring()), () => plot(1), () => plot([{ name: "a", points: [[1, NaN]] }], { x: "x", y: "y" }), ' +
        '() => plot([{ name: "a", points: [[1, 1e308]] }], { x: "x", y: "y" }), ' +
        '() => value("x".repeat(300), 1), () => search(() => plan(ring()), {}, { seeds: -1 }), () => search(() => plan(ring()), {}, { seeds: NaN })]) ' +
        'try { go(); said.push("nothing") } catch (error) { said.push(error.message) }\nconsole.log(said.join("|"))',
    )
    const said = lines(ran)[0]!.split('|')
    const expected = [/^run takes what plan/, /^run takes what plan/, /^plot takes/, /can’t be drawn: \[1, NaN\]/, /can’t be drawn/, /1 to 200 characters/, /got -1/, /got NaN/] // prettier-ignore
    expected.forEach((pattern, index) => expect(said[index]).toMatch(pattern))
  })

  it('gives what is shown in its order, waits for timers, and ends', async () => {
    const ran = await run(
      "setTimeout(() => console.log('late'), 5)\nconsole.log('early', await Promise.resolve(2))",
    )
    expect(ran.state).toBe('done')
    expect(lines(ran)).toEqual(['early 2', 'late'])
  })

  it('shows a cell’s own output, and not what an imported cell prints while it is imported', async () => {
    const ran = await run(
      "import { value } from 'engine'\nconsole.log('imported')\nvalue('x', 1)\nexport const say = () => console.log('called')",
      "import { value } from 'engine'\nimport { say } from './cell-0'\nsay()\nvalue('y', 2)",
    )
    expect(lines(ran)).toEqual(['called'])
    expect(ran.values).toEqual({ y: 2 })
  })

  it('finishes an imported cell that waits before it goes on', async () => {
    const ran = await run(
      'export const a = await Promise.resolve(7)',
      "import { a } from './cell-0'\nconsole.log(a)",
    )
    expect(lines(ran)).toEqual(['7'])
  })

  it('keeps nothing from one run to the next', async () => {
    await run('Object.prototype.toString = () => "x"\nglobalThis.left = 1')
    expect(lines(await run('console.log(`${{}}`, typeof left)'))).toEqual(['[object Object] undefined'])
  })

  it.each([
    ["const a = 1\n\nthrow new RangeError('no')", 3, 'RangeError'],
    ["await null\nPromise.reject(new Error('nobody waits'))", 2, 'Error'],
    ["setTimeout(() => {\n  throw new Error('late')\n}, 1)", 2, 'Error'],
  ])('names the line of %j', async (source, line, name) => {
    const ran = await run(source)
    expect(ran.state).toBe('failed')
    expect(ran.items.at(-1)).toMatchObject({ type: 'error', name, at: { cell: 'main', line } })
  })

  it('names the line of a text that this browser cannot parse', async () => {
    const { text } = await runtime(partNames)
    const code = 'let a = 1\nlet b = 2\nlet b = 3'
    const ran = await runLinked(text, [{ name: 'main', source: code, code, imports: [] }])
    expect(ran.state).toBe('failed')
    expect(ran.items.at(-1)).toMatchObject({
      type: 'error',
      name: 'SyntaxError',
      at: { cell: 'main', line: 3 },
    })
  })

  it('has closed the world before there is any text of a cell, even one that leaves its function', async () => {
    const { text } = await runtime(partNames)
    const code =
      '})\nfunction addEventListener() {}\nfunction postMessage() {}\nfunction setTimeout() {}\nconst console = 1\n' +
      "const post = globalThis.postMessage\ntry { post({ type: 'item', item: { type: 'notice', text: 'forged' } }) } catch {}\n" +
      'antiEntropyCell(async function () { globalThis.console.log(typeof importScripts, typeof fetch, typeof Blob, typeof URL)'
    const ran = await runLinked(text, [{ name: 'main', source: code, code, imports: [] }])
    expect(lines(ran).join()).not.toContain('forged')
    expect(ran.state).toBe('failed')
    const hangs = await runLinked(text, [{ name: 'main', source: '', code: '})\nthrow new Error("at once")\n;(() => {', imports: [] }]) // prettier-ignore
    expect(hangs).toMatchObject({ state: 'failed', items: [{ message: 'at once' }] })
  })

  it('says what to do where a cell looks for what it must not have', async () => {
    const [item] = (await run('document.title')).items
    expect(item).toMatchObject({ type: 'error', hint: expect.stringContaining('can’t see') })
    expect(lines(await run("fetch('x')"))).toEqual(['TypeError: fetch is closed here: a cell has no network'])
  })

  it('leaves a cell nothing of its host but the language, and what takes its place', async () => {
    const { items } = await run(
      "const all = []\nfor (let at = globalThis; at !== null; at = Object.getPrototypeOf(at)) all.push(...Object.getOwnPropertyNames(at))\nconsole.log(all.filter((name) => /^(process|require|Buffer|navigator|crypto|performance|URL|Event$|EventTarget|global$|self|module|gc)/.test(name)).join(' ') || 'nothing')",
    )
    expect(items.map(itemText)).toEqual(['nothing'])
  })

  it('stops showing at the limits, and says so once', async () => {
    const ran = await run('for (let i = 0; i < 5000; i++) console.log(i)')
    expect(ran.items).toHaveLength(limits.items + 2)
    expect(lines(ran).at(-2)).toContain('more than a cell may show')
    expect(lines(ran).at(-1)).toBe(`${5000 - limits.items} items were left out.`)
    const long = await run("for (let i = 0; i < 300; i++) console.log('x'.repeat(1900))")
    expect(lines(long).at(-2)).toContain('more than a cell may show')
    expect(lines(long).at(-1)).toMatch(/^\d+ items were left out\.$/)
    expect(JSON.stringify(long.items).length).toBeLessThan(limits.characters * 1.2)
  })

  it('makes a table of records, with a column for every key', async () => {
    const [table] = (await run("console.table([{ a: 1 }, { a: 2, b: 'x' }])")).items
    expect(table).toEqual({ type: 'table', columns: ['a', 'b'], rows: [['1', ''], ['2', 'x']], left: 0 }) // prettier-ignore
    const [keyed] = (await run('console.table({ one: { a: 1 } })')).items
    expect(keyed).toMatchObject({ columns: ['', 'a'], rows: [['one', '1']] })
  })

  it('publishes only what prose can print', async () => {
    const ran = await run("import { value } from 'engine'\nvalue('a', {} as never)")
    expect(lines(ran)).toEqual([
      "TypeError: value('a', ...) takes a number, a string or a boolean; it got {}",
    ])
  })
})

describe('while a run is on', () => {
  const inRun = (body: string) =>
    run(
      `import { cell, plan, run } from 'engine'\nconst outcome = run(plan(cell((node) => ({\n  *start() {\n    ${body}\n    yield* node.sleep(1)\n  },\n}), { nodes: ['A'] }), { until: 100 }))\nconsole.log(outcome.ended)`,
    )

  it.each([
    ['Math.random()', 'Math.random isn’t available during a run: node.random() draws from the plan’s seed.'],
    ['new Date()', 'new Date isn’t available during a run: node.now() tells the node’s own time.'],
    ['Date.now()', 'Date.now isn’t available during a run: node.now() tells the node’s own time.'],
    ['Date()', 'Date isn’t available during a run: node.now() tells the node’s own time.'],
    [
      'setTimeout(() => {}, 1)',
      'setTimeout isn’t available during a run: node.sleep(ms) waits in virtual time.',
    ],
    [
      'setInterval(() => {}, 1)',
      'setInterval isn’t available during a run: node.sleep(ms) waits in virtual time.',
    ],
    [
      'queueMicrotask(() => {})',
      'queueMicrotask isn’t available during a run: node.spawn(task) starts a task of the node.',
    ],
  ])('%s is an error at its line that names what to use', async (body, message) => {
    const { items } = await inRun(body)
    expect(items[0]).toMatchObject({ type: 'error', message, at: { cell: 'main', line: 4 } })
    expect(items.slice(1).map(itemText)).toEqual(['error'])
  })

  it.each([
    ['node.sleep(5)', 'write yield* node.sleep(...) in a function*'],
    ['yield node.sleep(5)', 'Write yield* node.sleep(...), with the star'],
    ['yield Promise.resolve()', 'only yield* node.sleep, sync, call or quorum waits'],
  ])('%s is an error that says what to write', async (body, message) => {
    const { items } = await inRun(body)
    expect(items[0]).toMatchObject({ type: 'error', message: expect.stringContaining(message) })
    if (body.includes('sleep')) expect(items[0]).toMatchObject({ at: { cell: 'main', line: 4 } })
    expect(items.slice(1).map(itemText)).toEqual(['error'])
  })

  it('a handler that waits with await is an error at the line of its first wait', async () => {
    const { items } = await run(
      "import { cell, plan, run } from 'engine'\nconst outcome = run(plan(cell((node) => ({\n  async start() {\n    await node.sleep(5)\n  },\n}), { nodes: ['A'] })))\nconsole.log(outcome.ended)",
    )
    expect(items[0]).toMatchObject({
      type: 'error',
      message: expect.stringContaining('returned a promise: write *start(...) with yield*'),
      at: { cell: 'main', line: 4 },
    })
  })

  it('a change in place of what the engine holds is an error at its line', async () => {
    const { items } = await inRun('node.disk = { a: 1 }; yield* node.sleep(1); node.disk.a = 2')
    expect(items[0]).toMatchObject({
      type: 'error',
      message: expect.stringContaining('replaced, never changed in place'),
      at: { cell: 'main', line: 4 },
    })
  })

  it('dice and clocks are open again after it', async () => {
    const ran = await run(
      "import { cell, plan, run } from 'engine'\nrun(plan(cell(() => ({ *start() { throw new Error('x') } }), { nodes: ['A'] })))\nconsole.log(typeof Math.random(), typeof Date.now(), new Date() instanceof Date)\nsetTimeout(() => console.log('timer'), 1)",
    )
    expect(lines(ran)).toEqual(['Error: x', 'number number true', 'timer'])
  })
})
