import { describe, expect, it } from 'vitest'
import { cellNames, lessonSlugs } from '#build/lessons.ts'
import { shippedCell } from '#build/cells.ts'
import { nodeIsolation } from '#build/node-isolation.ts'
import { partNames, runtime, watching } from '#build/runtime.ts'
import { assemble } from '#sandbox/assemble.ts'
import { compile } from '#sandbox/compile.ts'
import { itemText } from '#sandbox/format.ts'
import type { Item, Seen } from '#sandbox/items.ts'
import { startRun } from '#sandbox/runner.ts'
import { watched } from '#sandbox/watch.ts'

/** Runs a text with a watcher; what it showed and what it told. */
async function watch(source: string): Promise<{ items: readonly Item[]; seen: Seen | undefined }> {
  const compiled = compile('main', source)
  if (!compiled.ok) throw new Error(compiled.error.message)
  const { text } = await runtime(partNames)
  const code = watched('main', compiled.code)
  const run = assemble(
    `${text}\n${(await watching()).text}`,
    [{ ...compiled, name: 'main', source, code }],
    undefined,
    { watch: true },
  )
  return new Promise((resolve) => {
    const items: Item[] = []
    let seen: Seen | undefined
    startRun(
      run,
      nodeIsolation,
      {
        item: (item) => void items.push(item),
        value() {},
        seen: (told) => void (seen = told),
        ended: () => resolve({ items, seen }),
      },
      60_000,
    )
  })
}

const held = (seen: Seen | undefined) =>
  Object.fromEntries((seen?.names ?? []).map(({ name, text, times }) => [name, [text, times]]))

describe('watched(cell, code)', () => {
  it('keeps every line where it was, in every cell of the course, and parses', () => {
    let count = 0
    for (const slug of lessonSlugs())
      for (const name of cellNames(slug)) {
        const { code } = shippedCell(slug, name)
        const told = watched(name, code)
        expect(told.split('\n').length, name).toBe(code.split('\n').length)
        expect(told).toContain('__seen.names(')
        expect(compile(name, told).ok, name).toBe(true)
        count++
      }
    expect(count).toBeGreaterThan(50)
  })

  it('tells what names held last, those of the cell and those inside functions', async () => {
    const { seen, items } = await watch(
      'export const rows = [1, 2]\nlet total = 0\nconst { a, b: [c] } = { a: 1, b: [2] }\n' +
        'for (const row of rows) {\n  const double = (row, 2 * row)\n  total += double\n}\n' +
        'const add = (x: number) => {\n  const y = x + 1\n  return y\n}\nadd(total)\nconsole.log(add.name)',
    )
    expect(items.map(itemText)).toEqual(['add'])
    expect(held(seen)).toMatchObject({
      rows: ['[1, 2]', 1],
      total: ['6', 1],
      a: ['1', 1],
      c: ['2', 1],
      double: ['4', 2],
      y: ['7', 1],
      add: ['function add', 1],
    })
    expect(seen?.names.find(({ name }) => name === 'double')?.line).toBe(5)
  })

  it('tells what it can when the cell fails', async () => {
    const { seen } = await watch("const before = 1\nthrow new Error('no')\nconst after = 2")
    expect(held(seen)).toEqual({ before: ['1', 1] })
  })

  it('tells where a program waited, how often, how long and on whom, and changes nothing of its run', async () => {
    const source =
      "import { cell, plan, run } from 'engine'\n" +
      'const program = (node) => ({\n' +
      '  *start() {\n' +
      "    if (node.id !== 'A') return\n" +
      '    yield* node.sleep(100)\n' +
      "    for (const to of node.others) yield* node.call(to, 'hello', 1)\n" +
      '    yield* twice(node)\n' +
      '  },\n' +
      '  hello: () => 2,\n' +
      '})\n' +
      'function* twice(node) {\n' +
      '  yield* node.sleep(5)\n' +
      '  yield* node.sleep(5)\n' +
      '}\n' +
      'const played = run(plan(cell(program), { net: { latency: [10, 10] } }))\n' +
      'console.log(played.hash())'
    const { seen, items } = await watch(source)
    const [sleep, call, first, second] = seen!.waits
    expect(sleep).toMatchObject({ line: 5, times: 1, totalMs: 100 })
    expect(call).toMatchObject({ line: 6, times: 2, totalMs: 40 })
    expect(call!.all).toEqual([
      { run: 1, fromMs: 100, toMs: 120, node: 'A', kind: 'call', on: ['B'] },
      { run: 1, fromMs: 120, toMs: 140, node: 'A', kind: 'call', on: ['C'] },
    ])
    expect([first?.line, second?.line]).toEqual([12, 13])
    const plain = await watch(source.replace(/yield\*/g, 'yield *'))
    expect(plain.items.map(itemText)).toEqual(items.map(itemText))
  })

  it('tells nothing of searches, whose thousand runs nobody follows', async () => {
    const { seen } = await watch(
      "import { cell, checkOf, plan, search } from 'engine'\n" +
        'const program = (node) => ({\n  *start() {\n    yield* node.sleep(1)\n  },\n})\n' +
        "const check = checkOf('c', 'history', () => ({ result: 'holds', why: '', at: [] }))\n" +
        'search((seed) => plan(cell(program), { seed }), check, { seeds: 20 })',
    )
    expect(seen?.waits).toEqual([])
  })
})
