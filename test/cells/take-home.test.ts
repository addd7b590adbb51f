import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCell, shippedCell } from '#build/cells.ts'
import { engineForNode } from '#build/home.ts'
import { homeFiles, type HomeCell } from '#cells/take-home.ts'
import { itemText } from '#sandbox/format.ts'

let folder = ''
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'home-'))))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function printedAtHome(cells: readonly HomeCell[]): Promise<string> {
  const files = homeFiles(cells, await engineForNode())
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return execFileSync(process.execPath, [`${cells[0]!.name}.ts`], { cwd: folder, encoding: 'utf8' })
}

const cellOf = (lesson: string, name: string): HomeCell => ({ name, text: shippedCell(lesson, name).source })

test.each([
  ['merkle-trees', 'find-the-difference', ['build-a-tree']],
  ['replicas', 'no-fault', ['lines']],
  ['anti-entropy', 'rumour', []],
] as const)(
  'a cell of %s that was taken home prints what the page shows: %s',
  async (lesson, name, imported) => {
    const printed = await printedAtHome([name, ...imported].map((one) => cellOf(lesson, one)))
    const { items } = await runCell(lesson, name)
    const texts = items.filter(({ type }) => type !== 'picture').map(itemText)
    expect(texts.length).toBeGreaterThan(0)
    let from = 0
    for (const text of texts) {
      const at = printed.indexOf(text, from)
      expect([text, at >= 0]).toEqual([text, true])
      from = at + text.length
    }
    if (items.every(({ type }) => type !== 'picture')) expect(printed).toBe(`${texts.join('\n')}\n`)
  },
)

test('a type that is imported as a value, a circle of quotes, tables, groups and a run are printed as on the page', async () => {
  const main = `import { plan, ring, run, show, Program } from "engine"
import { three, Three } from './three'
const none: Program | Three | undefined = undefined
console.log('it is', three, none, { a: [1, 'x'] })
console.group('in')
console.table([{ a: 1, b: 'two' }])
console.groupEnd()
show(run(plan(ring()).at(10).write('x', 'new', { level: 'ALL' })))`
  const three = `export type Three = 3\nexport const three: Three = 3\nconsole.log('never shown')`
  const printed = await printedAtHome([
    { name: 'main', text: main },
    { name: 'three', text: three },
  ])
  const lines = printed.split('\n')
  expect(lines.slice(0, 4)).toEqual(["it is 3 undefined { a: [1, 'x'] }", 'in', 'a\tb', '1\ttwo'])
  expect(printed).toMatch(/ {2}10 ms {2}\w+: .*write/)
  expect(printed).not.toContain('never shown')
})
