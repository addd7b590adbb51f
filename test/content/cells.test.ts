import { describe, expect, it } from 'vitest'
import { cellValue, runCell } from '#build/cells.ts'
import { cellNames, cellSource, lessonSlugs } from '#build/lessons.ts'
import { itemText } from '#sandbox/format.ts'
import { shownCells } from './shown-cells.ts'

const cells = lessonSlugs().flatMap((slug) => cellNames(slug).map((name) => ({ slug, name })))

describe('the cells of the lessons', () => {
  it('are there, at least five in the Merkle lesson', () => {
    expect(new Set(shownCells('merkle-trees')).size).toBeGreaterThanOrEqual(5)
  })

  it.each(cells)('$slug/$name runs to its end and shows something', async ({ slug, name }) => {
    const { state, items } = await runCell(slug, name)
    expect(state).toBe('done')
    expect(items.length).toBeGreaterThan(0)
    expect(items.filter(({ type }) => type === 'notice' || type === 'error')).toEqual([])
  })

  it.each(cells.filter(({ slug, name }) => shownCells(slug).includes(name)))(
    '$slug/$name is short, fits the lesson’s column, and ends by inviting a change',
    ({ slug, name }) => {
      const lines = cellSource(slug, name).trimEnd().split('\n')
      expect(lines.length).toBeLessThanOrEqual(50)
      for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(76)
      expect(lines.at(-1)).toMatch(/^\/\/ /)
    },
  )
})

describe('the Merkle lesson’s cells', () => {
  const text = async (name: string) => (await runCell('merkle-trees', name)).items.map(itemText).join('\n')

  it('print the notes’ hashes as they really are', async () => {
    expect(await text('hash-a-text')).toContain('0a4d55a8d778e5022fab701977c5d840bbc486d0')
    expect(await cellValue('merkle-trees', 'hash-a-text', 'flipped')).toBe(74)
  })

  it('build the tree of Data A to Data D by hand as the engine does', async () => {
    const [byHand, byEngine] = (await text('build-a-tree')).split('\n')
    expect(byHand?.split(/\s+/).at(-1)).toBe('c85e27cfc984')
    expect(byEngine?.split(/\s+/).at(-1)).toBe('c85e27cfc984')
  })

  it('find the one row in 1 + 2 × depth comparisons, at every depth', async () => {
    expect(await cellValue('merkle-trees', 'find-the-difference', 'compared')).toBe(5)
    for (const depth of [2, 5, 10, 12]) {
      expect(await cellValue('merkle-trees', 'count-comparisons', `depth ${depth}`)).toBe(1 + 2 * depth)
    }
  })

  it('lose 124 rows of 257 without a change of the XOR', async () => {
    expect(await cellValue('merkle-trees', 'cancel-with-xor', 'lost')).toBe(124)
    const [, lost = '', all = '', rest = ''] = (await text('cancel-with-xor')).split('\n')
    expect(lost.split(' ')).toHaveLength(124)
    expect(all.split(/\s+/).at(-1)).toBe(rest.split(/\s+/).at(-1))
  })
})

describe('the anti-entropy lesson’s cells', () => {
  const table = async (name: string) =>
    (await runCell('anti-entropy', name)).items
      .map(itemText)
      .join('\n')
      .split('\n')
      .map((line) => line.split('\t'))

  it('try each layer alone: only the repair mends in every case', async () => {
    const [head = [], ...rows] = await table('three-layers')
    const always = head.filter((_, column) => rows.every((row) => row[column] === 'true'))
    expect(rows).toHaveLength(3)
    expect(always).toEqual(['repair'])
    expect(rows.every((row) => row[head.indexOf('read ONE')] === 'false')).toBe(true)
  })

  it('run each row of the notes’ table: a repair mends all but the loss of every disk', async () => {
    const [, ...rows] = await table('what-it-fixes')
    expect(rows.map(([, before]) => Number(before))).toEqual([4, 6, 1, 4, 12])
    expect(rows.map(([, , after]) => Number(after))).toEqual([0, 0, 0, 0, 12])
  })

  it('keep both pages, and one title of two', async () => {
    for (const copy of ['A', 'B'])
      expect(await cellValue('anti-entropy', 'two-documents', `${copy} title`)).toBe('friend’s')
    const [line = []] = await table('two-documents')
    expect(line.join(' ')).toContain("page 1: 'yours', page 2: 'friend’s'")
  })

  it('let nobody in the repair’s talk say what it lacks, and rows go both ways', async () => {
    const lines = (await table('dialogue')).map(([line]) => line)
    expect(lines).toContain('A to B: All I have there: table 3.')
    expect(lines).toContain('B to A: All I have there: table 7.')
  })

  it('need fewest rounds where both push and pull', async () => {
    const rounds = async (style: string) =>
      Number(await cellValue('anti-entropy', 'rumour', `${style} rounds`))
    expect(await rounds('push-pull')).toBeLessThan(await rounds('pull'))
    expect(await rounds('pull')).toBeLessThan(await rounds('push'))
  })
})

describe('the cells of Cassandra vs MongoDB', () => {
  const at = (cell: string, name: string) => cellValue('cassandra-vs-mongodb', cell, name)

  it('run each row of the notes’ table on both databases', async () => {
    expect([await at('notes-table', 'takers MongoDB'), await at('notes-table', 'takers Cassandra')]).toEqual([
      1, 3,
    ])
    expect([await at('notes-table', 'any MongoDB'), await at('notes-table', 'any Cassandra')]).toEqual([
      'not taken',
      'taken',
    ])
    expect(Number(await at('notes-table', 'pause MongoDB'))).toBeGreaterThan(8)
    expect(Number(await at('notes-table', 'pause MongoDB'))).toBeLessThan(13)
    expect(Number(await at('notes-table', 'pause Cassandra'))).toBe(0)
    expect(await at('notes-table', 'sync MongoDB')).toBe('the oplog brought it')
    expect(await at('notes-table', 'sync Cassandra')).toBe('a hint brought it')
  })

  it('find “no nuts” where the text says, and lose an unacknowledged write at majority', async () => {
    expect(await at('hunt', 'mongodb ONE')).toBe(
      '{"answer":"acknowledged","in the data":false,"in a file":true}',
    )
    expect(await at('hunt', 'cassandra ONE')).toBe(
      '{"answer":"acknowledged","in the data":false,"in a file":false}',
    )
    expect([await at('still-rollback', 'write'), await at('still-rollback', 'rollbacks')]).toEqual([
      'timed out',
      1,
    ])
    expect([await at('still-rollback', 'local'), await at('still-rollback', 'majority')]).toEqual([
      'no nuts',
      'nothing',
    ])
    expect(await at('five-acts', 'in the file')).toBe('true')
  })

  it('show both windows, and what a clock, a counter and a session come to', async () => {
    expect(await at('six-hours', 'Cassandra')).toBe(6)
    expect([
      await at('six-hours', 'MongoDB, long oplog'),
      await at('six-hours', 'MongoDB, short oplog, role'),
    ]).toEqual([12, 'recovering'])
    expect([await at('one-key', 'Cassandra'), await at('one-key', 'MongoDB')]).toEqual([
      'walnut cake',
      'no nuts',
    ])
    const counted = ['Cassandra', 'MongoDB', '$inc'].map((way) => at('counter', way))
    expect(await Promise.all(counted)).toEqual(['1', '1', '2'])
    expect([await at('sessions', 'local'), await at('sessions', 'session')]).toEqual(['nothing', 'no nuts'])
  })
})
