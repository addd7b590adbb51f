import { describe, expect, it } from 'vitest'
import { descend } from '#engine/merkle/descent.ts'
import { textbookTree } from '#engine/merkle/textbook.ts'
import { waysAmong } from '#figures/link/ways.ts'

describe('ways among 2^depth rows', () => {
  it.each([1, 4, 7])('says of depth %i what the engine counts on real trees', (depth) => {
    const rows = Array.from({ length: 2 ** depth }, (_, index) => `row ${index}`)
    const walked = descend(textbookTree(rows), textbookTree(rows.with(1, 'another'))).at(-1)
    const [walk, tree] = waysAmong(depth)
    expect(walk).toMatchObject({ roundTrips: walked?.roundTrips, bytes: walked?.bytes })
    expect(tree?.bytes).toBe((2 * textbookTree(rows).leafCount - 1) * 32)
  })

  it('lets the walk grow by two hashes when the list doubles', () => {
    const bytes = (depth: number, id: string) => waysAmong(depth).find((way) => way.id === id)?.bytes ?? 0
    expect(bytes(30, 'walk') - bytes(29, 'walk')).toBe(64)
    expect(bytes(30, 'leaves')).toBe(2 * bytes(29, 'leaves'))
  })
})
