import { describe, expect, it } from 'vitest'
import { runLinked } from '#build/cells.ts'
import { partTable, runtime } from '#build/runtime.ts'
import { compile } from '#sandbox/compile.ts'
import { partsFor, unknownName } from '#sandbox/engine-part.ts'
import { itemText } from '#sandbox/format.ts'
import type { ErrorItem, Item } from '#sandbox/items.ts'
import { limits } from '#sandbox/limits.ts'
import { link } from '#sandbox/link.ts'
import { nameEngine } from '#sandbox/lost-names.ts'

nameEngine([partTable.always, ...Object.values(partTable.parts), partTable.rest].flat())

const imports =
  "import { cell, freshReads, plan, replicaSet, ring, run, search, show, shrink, weather } from 'engine'\n"
const used = 'void [cell, freshReads, plan, replicaSet, ring, run, search, show, shrink, weather];\n'

/** The last thing that a lesson's cell shows, as its page would run it. */
async function last(source: string, others: Readonly<Record<string, string>> = {}): Promise<Item> {
  return (await all(source, others)).at(-1)!
}

async function all(source: string, others: Readonly<Record<string, string>> = {}): Promise<readonly Item[]> {
  const texts: Readonly<Record<string, string>> = { main: source, ...others }
  const load = (name: string) => {
    const compiled = compile(name, texts[name]!)
    return Promise.resolve(
      compiled.ok ? { name, source: texts[name]!, ...compiled } : { error: compiled.error },
    )
  }
  const linked = await link('main', load, Object.keys(texts))
  if (!linked.ok) return [linked.error]
  const unknown = linked.cells.map((one) => unknownName(one, partTable)).find((one) => one !== undefined)
  if (unknown !== undefined) return [unknown]
  const { text } = await runtime(partsFor(linked.cells, partTable))
  return (await runLinked(text, linked.cells)).items
}

/** A mistake on line 3 of a cell, and what is said about it: message and hint together. */
type Mistake = readonly [code: string, says: RegExp, line?: number | undefined]

async function told([code, says, line = 3]: Mistake): Promise<void> {
  const item = (await all(imports + used + code)).find(({ type }) => type === 'error') as
    ErrorItem | undefined
  const words = item && `${item.message} ${item.hint ?? ''}`
  expect([code, words, item?.at?.line]).toEqual([code, expect.stringMatching(says), line])
}

describe('what a learner gets wrong most often gets a plain sentence and its line:', () => {
  it.each<Mistake>([
    ['const reads = [1, 2', /This \[ is never closed\. A \] is missing/],
    ['console.log((1 + 2)', /This \( is never closed\. A \) is missing/],
    ['function f() {\n  if (1) {\n    f()\n}\nf()', /This \{ is never closed/, 4],
    [
      'const f = () => {\n  console.log(1\n}',
      /This \( is never closed\. A \) is missing before the } of line 5/,
      4,
    ],
    ['const a = 1)', /This \) closes nothing/],
    ["const a = 'it's here'", /apostrophe inside it/],
    ['const a = "soup', /isn’t closed on its line/],
    ['const a = `soup', /in ` begins here and is never closed/],
    ['const a = “soup”', /curly quotation mark/],
    ['const a = "soup”', /curly quotation mark/],
    ['const a = 5 – 3', /is a dash of printed text/],
    ['const f = () ⇒ 1', /type two: =>/],
    ['if (1 &lt; 2) console.log(1)', /Type the character itself/],
    ['const a = 1；', /full-width character/],
    ['const a = 1 const b = 2', /can’t go on with const here/],
    ['console.log(1 2)', /can’t go on with 2 here/],
    ['const new = 1', /new is a word of the language/],
    ['const a', /A const gets its value at once/],
    ['let a = 1; let a = 2', /a has already been declared further up/],
    ['const f = { go() { yield* g() } }', /yield\* works only in a function with a star/],
    ['const f = () => { await g() }', /await works at the top of a cell and in async functions/],
  ])('%j', (...mistake) => told(mistake as unknown as Mistake))

  it.each<Mistake>([
    ['print("x")', /console\.log\(\.\.\.\) prints/],
    ['console.log(QUORUM)', /takes quotes: 'QUORUM'/],
    ['sleep(5)', /write node\.sleep/],
    ['durable(1)', /import \{ durable \} from 'engine'/],
    ['nowhere()', /There’s no nowhere here/],
    ['const a: any = {}\na.b.c', /stands before \.c is undefined/, 4],
    ['const a: any = {}\na.b.c = 1', /stands before \.c is undefined, so nothing can be put there/, 4],
    ['const { a } = undefined as any', /is undefined or null/],
    ['Object.keys(undefined as any)', /an object is wanted/],
    ['for (const a of 5 as any) void a', /isn’t iterable/],
    ['JSON.stringify(1n as any)', /JSON has no BigInt/],
    ['const a: any = {}\na.a = a\nJSON.stringify(a)', /contains itself/, 5],
    ['void (1n + (1 as any))', /both the same kind/],
    ['void `${Symbol("a") as any}`', /String\(symbol\)/],
    ['JSON.parse("{a: 1}")', /isn’t JSON/],
    ["'x'.repeat(2 ** 30)", /larger than a browser can hold/],
    ['[].reduce((a: any, b: any) => a + b)', /needs a beginning/],
    ['new ((() => {}) as any)()', /write it without new/],
    ['class A {}\n;(A as any)()', /write new A/, 4],
    ['Object.freeze({ a: 1 }).a = 2 as never', /make a new one/],
  ])('%j', (...mistake) => told(mistake as unknown as Mistake))

  it.each<Mistake>([
    ['plan(ring as any)', /plan: expected a system.*It isn’t called yet/],
    ['plan({} as any)', /plan: expected a system/],
    [
      "plan(ring()).at('5s' as any).write('x', 1)",
      /at: expected a whole number of milliseconds.*without quotes: 5000 ms/,
    ],
    ["plan(ring()).at('100' as any)", /without quotes: 100\./],
    ['plan(ring()).at(-1)', /at: expected a whole number of milliseconds; received -1/],
    ["plan(ring()).at(0).write(1 as any, 'x')", /The key comes first/],
    [
      "plan(ring()).at(0).write('x', 1, 'ONE' as any)",
      /write: expected its level in an object.*Write \{ level: 'ONE' \}/,
    ],
    ["plan(ring()).at(0).write('x', 1, { level: 'quorum' as any })", /Did you mean "QUORUM"\?/],
    ["plan(ring()).at(0).write('x', 1, { via: 'b' })", /expected a node: A, B, C.*Did you mean "B"\?/],
    ["plan(ring()).at(0).crash('B', 'wype' as any)", /Did you mean "wipe"\?/],
    ["plan(replicaSet()).at(0).read('x', { readConcern: 'Majority' } as any)", /Did you mean "majority"\?/],
    ['weather(ring(), { operation: 5 } as any)', /weather\.operation: expected.*Did you mean operations\?/],
    [
      'search(freshReads as any, weather(ring()) as any, { seeds: 5 })',
      /search takes the scenario of a seed.*in this order/,
    ],
    [
      'search(weather(ring()), freshReads, { seed: 5 } as any)',
      /search\.seed: expected.*Did you mean seeds\?/,
    ],
    ['shrink(undefined as any)', /it got nothing.*search found nothing/],
    ['freshReads(plan(ring()) as any)', /takes a run.*Give it what run/],
    ['run(plan(ring()), "trace" as any)', /run: expected an object; received "trace"/],
  ])('%j', (...mistake) => told(mistake as unknown as Mistake))

  const inNode = (body: string): string =>
    `run(plan(cell((node) => ({\n  ${body},\n  hello: () => 1,\n})), { until: 500 }))`
  it.each<Mistake>([
    [
      inNode("*start() { const reply: any = node.call('B', 'hello', 1); void reply.value.x }"),
      /yield\* node\.call/,
      4,
    ],
    [
      inNode("*start() { yield* node.call('B', 'helo', 1) }"),
      /no handler of that name.*Did you mean 'hello'\?/,
      undefined,
    ],
    [
      inNode("*start() { yield* node.call('hello', 'B', 1) }"),
      /There is no node "hello".*The node comes first/,
      4,
    ],
    [
      inNode("*start() { yield* node.sleep('5' as any) }"),
      /takes milliseconds from 0 up; it was given "5"/,
      4,
    ],
    [
      inNode("*start() { yield* node.send('B', 'hello', 1) as any }"),
      /waits for nothing: write it without yield\*/,
      4,
    ],
    [inNode('*start() { yield* node.sleep as any }'), /yield\* takes what waits/, 4],
    [inNode('start() { node.spawn((async () => {}) as any) }'), /Write node\.spawn\(function\*/, undefined],
    [inNode('async *start(): any { yield 1 }'), /returned a promise: write \*start/, undefined],
    ['run(plan(cell((async () => ({})) as any)))', /gave back no handlers.*without async/, undefined],
    ['run(plan(cell((() => {}) as any)))', /gave back no handlers, but nothing.*round brackets/, undefined],
  ])('%j', async (code, says, line) => {
    const items = await all(imports + used + code)
    const item = items.find(({ type }) => type === 'error') as ErrorItem | undefined
    const words = item && `${item.message} ${item.hint ?? ''}`
    expect([code, words]).toEqual([code, expect.stringMatching(says as RegExp)])
    if (line !== undefined) expect([code, item?.at?.line]).toEqual([code, line])
  })

  it('imports that are misspelt, or name what another cell doesn’t have', async () => {
    const merge = { merge: 'export const merge = Math.max\nexport function spare() {}' }
    const said = async (source: string) => {
      const item = (await last(source, merge)) as ErrorItem
      return `${item.message} ${item.at?.line ?? ''}`
    }
    expect(await said("import { plann } from 'engine'\nplann()")).toMatch(
      /engine has no `plann`.*`plan`.* 1$/,
    )
    expect(await said("import { plan } from 'enigne'\nplan()")).toMatch(/Did you mean 'engine'\? 1$/)
    expect(await said("import { plan } from 'Engine'\nplan()")).toMatch(/Did you mean 'engine'\?/)
    expect(await said("import { merge } from 'merge'\nmerge(1)")).toMatch(/Did you mean '\.\/merge'\?/)
    expect(await said("import { merge } from './merge.ts'\nmerge(1)")).toMatch(/Did you mean '\.\/merge'\?/)
    expect(await said("import { merge } from './mege'\nmerge(1)")).toMatch(/Did you mean '\.\/merge'\?/)
    expect(await said("import fs from 'node:fs'\nfs.x()")).toMatch(
      /'node:fs' can’t be imported: a cell imports/,
    )
    expect(await said("import { merg } from './merge'\nmerg(1)")).toMatch(
      /'\.\/merge' exports no merg; did you mean merge\? 1/,
    )
    expect(await said("import { other } from './merge'\nother(1)")).toMatch(
      /exports no other: it has merge, spare/,
    )
    expect(await said("import { merge } from './merge'\nthrow new Error(`${merge(1, 2)}`)")).toBe('2 2')
  })

  it('a run that never moves on says so', async () => {
    const items = await all(
      `${imports}${used}run(plan(cell((node) => ({ *start() { for (;;) yield* node.sleep(0) } }), { nodes: ['A'] })), {})`,
    )
    expect(itemText(items.at(-1)!)).toMatch(/^This run was ended after 1000000 steps/)
  })
})

describe('the console of a cell', () => {
  const shown = async (source: string) => (await all(source)).map(itemText)

  it('fills formats as the standard of consoles says', async () => {
    expect(
      await shown(
        "console.log('%s|%d|%i|%f|%c|%%|%x', 'a', 3.9, '4.7', '1.5', 'color: red', 'left')\n" +
          "console.log('100%')\nconsole.log('%d %s', Symbol('a'), Symbol('b'))\nconsole.log('%o and %O', { a: 1 }, [1])\n" +
          "console.log('%s %s', 'one')\nconsole.assert(false, '%s is bad', 'x')\nconsole.assert(false)\nconsole.assert(0 === 0, 'no')",
      ),
    ).toEqual([
      'a|3|4|1.5||%|%x left',
      '100%',
      'NaN Symbol(b)',
      '{ a: 1 } and [1]',
      'one %s',
      'Assertion failed: x is bad',
      'Assertion failed',
    ])
  })

  it('shows values of every kind, and calls no getter', async () => {
    expect(
      await shown(
        'console.log(Symbol("a"), 5n, -0, new Map([[{}, 1]]), new Set([1]), new Uint16Array([1, 2]), new ArrayBuffer(8), new DataView(new ArrayBuffer(4)))\n' +
          'console.log(new Date(NaN), /a/g)\n' +
          'console.log({ get a() { throw new Error("called") } }, new Proxy({}, { get() { throw 1 } }), Object.create(null), class A {}, () => {})\n' +
          'const round: any = [1]\nround.push(round)\nconsole.log(round, [, 1], undefined, null)',
      ),
    ).toEqual([
      'Symbol(a) 5n -0 Map { {…}: 1 } Set [1] Uint16Array [1, 2] ArrayBuffer {} DataView {}',
      'Invalid Date /a/g',
      '{ a: (getter) } {} {} class A function',
      '[1, (contains itself)] [(empty), 1] undefined null',
    ])
  })

  it('tells errors inside errors, whatever they are', async () => {
    const item = (await last(
      "throw new AggregateError([new TypeError('a'), 'b', { c: 1 }], 'both', { cause: new RangeError('d', { cause: 7 }) })",
    )) as ErrorItem
    expect([item.name, item.message, item.inner]).toEqual([
      'AggregateError',
      'both',
      ['Caused by RangeError: d', 'Caused by 7', '1 of 3: TypeError: a', "2 of 3: 'b'", '3 of 3: { c: 1 }'],
    ])
    for (const [thrown, says] of [
      ['new Map([[1, 2]])', 'Map { 1: 2 }'],
      ['() => 1', 'function'],
      ['Symbol("x")', 'Symbol(x)'],
      ['undefined', 'undefined'],
    ])
      expect(await last(`throw ${thrown}`)).toMatchObject({
        name: 'Thrown',
        message: says,
        hint: expect.stringContaining('new Error'),
      })
  })

  it('counts a picture as several items, so that no page has to draw hundreds', async () => {
    const items = await all(
      "import { plot } from 'engine'\nfor (let i = 0; i < 100; i++) plot([{ name: 'a', points: [[0, i]] }], { x: 'x', y: 'y' })",
    )
    const pictures = items.filter(({ type }) => type === 'picture').length
    expect(pictures).toBe(limits.pictures)
    expect(items.slice(pictures).map(itemText)).toEqual([
      'This is more than a cell may show (500 items or 50 pictures); the rest is left out.',
      `${100 - pictures} items were left out.`,
    ])
  })
})
