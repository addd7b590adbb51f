import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { difference } from '#engine/merkle/descent.ts'
import { drawnLeavesLimit, outline, type OutlineNode } from '#engine/merkle/tree-outline.ts'
import { rangeTree, withPartitions } from '#engine/merkle/ranges.ts'
import { shapeOfDepth } from '#engine/merkle/shape.ts'
import { textbookTree, withRow } from '#engine/merkle/textbook.ts'
import { wholeRing } from '#engine/token/range.ts'
import { digestOf } from './arbitraries.ts'

const letters = ['Data A', 'Data B', 'Data C', 'Data D']

function drawnLeaves(node: OutlineNode): readonly OutlineNode[] {
  return node.children === undefined ? [node] : node.children.flatMap(drawnLeaves)
}

describe('outline(tree, other)', () => {
  it('draws the worked tree whole, with what differs from the other', () => {
    const tree = textbookTree(letters)
    const { root, ...rest } = outline(withRow(tree, 3, 'Data d'), tree)
    expect(rest).toEqual({ kind: 'textbook', leaves: 4, depth: 2, drawnLeaves: 4 })
    expect(root).toMatchObject({
      digest: 'fa3f6073d6de',
      label: 'rows 1 to 4',
      state: 'differs',
      differingLeaves: 1,
    })
    expect(drawnLeaves(root).map(({ label, state, digest }) => [label, state, digest])).toEqual([
      ['row 1', 'equal', '4d00e83c2599'],
      ['row 2', 'equal', '78332b5cc7c1'],
      ['row 3', 'equal', 'b2f7bc961fb1'],
      ['row 4', 'differs', '7e86ddc3d722'],
    ])
  })

  it('compares nothing when there is no other tree', () => {
    const { root } = outline(textbookTree(letters))
    expect([root, ...drawnLeaves(root)].every(({ state }) => state === 'alone')).toBe(true)
  })

  it('is plain JSON', () => {
    const tree = rangeTree(shapeOfDepth(wholeRing, 3), [{ token: 5n, digest: digestOf(5n, 1) }])
    const drawn = outline(tree, tree)
    expect(JSON.parse(JSON.stringify(drawn))).toEqual(drawn)
  })

  it('names token ranges and counts partitions', () => {
    const range = { left: 0n, right: 16n }
    const empty = rangeTree(shapeOfDepth(range, 2), [])
    const { root } = outline(withPartitions(empty, [{ token: 6n, after: digestOf(6n, 1) }]), empty)
    expect(drawnLeaves(root).map(({ label, state, partitions }) => [label, state, partitions])).toEqual([
      ['(0, 4]', 'equal', 0],
      ['(4, 8]', 'differs', 1],
      ['(8, 12]', 'equal', 0],
      ['(12, 16]', 'equal', 0],
    ])
  })

  it('takes all leaves under a leaf of the other tree for differing', () => {
    const range = { left: 0n, right: 16n }
    const flat = rangeTree(shapeOfDepth(range, 1), [])
    const deep = rangeTree(shapeOfDepth(range, 3), [{ token: 6n, digest: digestOf(6n, 1) }])
    const [left, right] = outline(deep, flat).root.children ?? []
    expect(left).toMatchObject({ label: '(0, 8]', state: 'differs', leaves: 4, differingLeaves: 4 })
    expect(left?.children?.[0].state).toBe('alone')
    expect(right).toMatchObject({ state: 'equal', differingLeaves: 0 })
  })

  it('opens 32,768 leaves down to the one that differs and folds the rest', () => {
    const tree = textbookTree(Array.from({ length: 32_768 }, (_, index) => `row ${index}`))
    const { root, ...rest } = outline(withRow(tree, 20_000, 'other'), tree)
    expect(rest).toEqual({ kind: 'textbook', leaves: 32_768, depth: 15, drawnLeaves: 16 })
    expect(drawnLeaves(root).filter(({ state }) => state === 'differs')).toMatchObject([
      { label: 'row 20001' },
    ])
  })

  it('draws at most 64 leaves, covers every leaf once and counts every difference', () => {
    const edits = fc.array(fc.nat(999), { maxLength: 12 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), edits, fc.boolean(), (count, edited, compared) => {
        const tree = textbookTree(Array.from({ length: count }, (_, index) => `row ${index}`))
        const other = edited.reduce((now, index) => withRow(now, index % count, `edit ${index}`), tree)
        const { root, ...rest } = compared ? outline(other, tree) : outline(other)
        const drawn = drawnLeaves(root)
        expect(rest.drawnLeaves).toBe(drawn.length)
        expect(drawn.length).toBeLessThanOrEqual(drawnLeavesLimit)
        expect(drawn.reduce((sum, { leaves }) => sum + leaves, 0)).toBe(count)
        const differing = compared ? difference(other, tree).leaves.length : 0
        expect(drawn.reduce((sum, { differingLeaves }) => sum + differingLeaves, 0)).toBe(differing)
        if (count <= drawnLeavesLimit || !compared)
          expect(drawn.length).toBe(Math.min(count, drawnLeavesLimit))
      }),
      { seed: 82 },
    )
  })

  it('shows at least one differing leaf, when there are more than can be drawn', () => {
    const rows = (word: string) =>
      textbookTree(Array.from({ length: 1024 }, (_, index) => `${word} ${index}`))
    const { root, drawnLeaves: count } = outline(rows('a'), rows('b'))
    expect(count).toBeLessThanOrEqual(drawnLeavesLimit)
    expect(drawnLeaves(root).filter(({ leaves }) => leaves === 1).length).toBeGreaterThan(0)
    expect(root.differingLeaves).toBe(1024)
  })

  it('refuses two trees that cannot be compared, saying why', () => {
    const rows = textbookTree(letters)
    const ring = rangeTree(shapeOfDepth(wholeRing, 2), [])
    expect(() => outline(rows, textbookTree(['a']))).toThrow(/these have 4 and 1/)
    expect(() => outline(rows, ring)).toThrow(/nothing to be compared by/)
    expect(() => outline(ring, rows)).toThrow(/nothing to be compared by/)
    const part = rangeTree(shapeOfDepth({ left: 0n, right: 9n }, 2), [])
    expect(() => outline(ring, part)).toThrow(/over one token range/)
  })
})
