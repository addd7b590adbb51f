import { describe, expect, it } from 'vitest'
import { cellNames, cellSource, lessonSlugs } from '#build/lessons.ts'
import { shippedCell } from '#build/cells.ts'
import { partTable, runtime } from '#build/runtime.ts'
import { triesOf, tryOf } from '#build/tries.ts'
import { nodeIsolation } from '#build/node-isolation.ts'
import { assemble } from '#sandbox/assemble.ts'
import { compile } from '#sandbox/compile.ts'
import type { Item, Published } from '#sandbox/items.ts'
import { link } from '#sandbox/link.ts'
import { partsFor } from '#sandbox/engine-part.ts'
import { startRun } from '#sandbox/runner.ts'
import { judgeOf, type Judged, lineOfTry, readJudged, type Try, withTry } from '#sandbox/tries.ts'

const all = lessonSlugs().flatMap((slug) => triesOf(slug).map((one) => ({ slug, id: one.id, one })))

/** Runs a cell with this text, as a reader has it, and judges it. */
async function judge(slug: string, one: Try, text: string): Promise<Judged | undefined> {
  const load = async (name: string) => {
    if (name !== one.cell) return { name, ...shippedCell(slug, name) }
    const compiled = compile(name, text)
    if (!compiled.ok) throw new Error(compiled.error.message)
    return { name, source: text, ...compiled }
  }
  const linked = await link(one.cell, load, cellNames(slug))
  if (!linked.ok) throw new Error(linked.error.message)
  const code = judgeOf(one.cell, one.check)
  const cells = [...linked.cells, { name: 'check', source: '', code, imports: ['engine'] }]
  const { text: script } = await runtime(partsFor(cells, partTable))
  const values: Record<string, Published> = {}
  const items: Item[] = []
  await new Promise<void>((resolve) => {
    startRun(
      assemble(script, cells, undefined, { judge: true }),
      nodeIsolation,
      {
        item: (item) => void items.push(item),
        value: (name, value) => void (values[name] = value),
        ended: () => resolve(),
      },
      120_000,
    )
  })
  expect(items).toEqual([])
  return readJudged(values)
}

describe('what a lesson asks its readers to try', () => {
  it('is there: at least two in the lessons 2, 3 and 5', () => {
    for (const slug of ['replicas', 'anti-entropy', 'cassandra-repair'])
      expect(triesOf(slug).length, slug).toBeGreaterThanOrEqual(2)
  })

  it.each(all)(
    '$slug/$id isn’t done by the cell as it stands, and the shown change does it',
    async ({ slug, one }) => {
      const start = cellSource(slug, one.cell).trimEnd()
      expect(start.split('\n').filter((line) => line.trim() === one.line.trim())).toHaveLength(1)
      expect(await judge(slug, one, start)).toMatchObject({ passes: false })
      const shown = withTry(start, one)!
      expect(await judge(slug, one, shown)).toMatchObject({ passes: true })
      for (const line of one.change.split('\n')) expect(line.length).toBeLessThanOrEqual(72)
    },
  )

  it('is one sentence each, and says afterwards why it’s right', () => {
    for (const { one } of all) {
      expect(one.say).toMatch(/^[A-Z][^.!?]*[.?]$/)
      expect(one.right).toMatch(/^[A-Z].*\.$/)
    }
  })

  it('is judged by what the cell does, not by its text', async () => {
    const one = tryOf('replicas', 'no-fault', 'overlap')
    const other = cellSource('replicas', 'no-fault').replace(
      "writeThenRead('ONE', 'ONE')",
      "writeThenRead('ALL', 'ONE')",
    )
    expect(await judge('replicas', one, other)).toMatchObject({ passes: true })
    const remark = cellSource('replicas', 'no-fault') + "\n// writeThenRead('QUORUM', 'QUORUM')\n"
    expect(await judge('replicas', one, remark)).toMatchObject({ passes: false })
  })

  it('names what there is when an author misspells it', () => {
    expect(() => tryOf('replicas', 'no-fault', 'overlop')).toThrow(/Expected one of: overlap/)
  })
})

describe('withTry(text, try)', () => {
  it('changes the line at its indent, and nothing else', () => {
    const one = { line: 'b()', change: 'c()\n  .d()' }
    expect(withTry('a()\n  b()\ne()', one)).toBe('a()\n  c()\n    .d()\ne()')
    expect(withTry('a()', one)).toBeUndefined()
    expect(lineOfTry('a()\n  b()', one)).toBe(2)
  })
})
