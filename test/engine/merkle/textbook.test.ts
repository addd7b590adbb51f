import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { hex, shortHex } from '#engine/hash/bytes.ts'
import { growTextbookTree, textbookTree, withRow, type TextbookNode } from '#engine/merkle/textbook.ts'

const letters = ['Data A', 'Data B', 'Data C', 'Data D']
const rowLists = fc.array(fc.string({ maxLength: 3 }), { minLength: 1, maxLength: 70 })

/** The definition of RFC 6962, section 2.1, word for word and on Node's own SHA-256: the oracle. */
function rootByDefinition(rows: readonly string[]): Buffer {
  const hash = (...parts: (string | Uint8Array)[]) =>
    createHash('sha256')
      .update(Buffer.concat(parts.map((part) => Buffer.from(part))))
      .digest()
  if (rows.length === 0) return hash('')
  if (rows.length === 1) return hash(Uint8Array.of(0), rows[0] as string)
  let split = 1
  while (split * 2 < rows.length) split *= 2
  return hash(Uint8Array.of(1), rootByDefinition(rows.slice(0, split)), rootByDefinition(rows.slice(split)))
}

function nodesOf(node: TextbookNode): TextbookNode[] {
  return [node, ...[node.left, node.right].flatMap((child) => (child === undefined ? [] : nodesOf(child)))]
}

describe('textbookTree(rows)', () => {
  it('gives the worked tree of four rows', () => {
    const { root } = textbookTree(letters)
    const digest = (node: TextbookNode | undefined) => node && shortHex(node.digest)
    expect(digest(root)).toBe('c85e27cfc984')
    expect([digest(root.left), digest(root.right)]).toEqual(['c74a7fa7d3f6', 'e6041f46e313'])
    expect([digest(root.left?.left), digest(root.left?.right)]).toEqual(['4d00e83c2599', '78332b5cc7c1'])
    expect([digest(root.right?.left), digest(root.right?.right)]).toEqual(['b2f7bc961fb1', '62f3f1d17f64'])
  })

  it('gives SHA-256 of the empty text for no rows', () => {
    expect(hex(textbookTree([]).root.digest)).toBe(createHash('sha256').update('').digest('hex'))
  })

  it('has the root that the definition gives, for every number of rows up to 70', () => {
    for (let count = 0; count <= 70; count++) {
      const rows = Array.from({ length: count }, (_, index) => `row ${index}`)
      expect(hex(textbookTree(rows).root.digest), `${count} rows`).toBe(
        rootByDefinition(rows).toString('hex'),
      )
    }
  })

  it('does not double an odd leaf: three rows and the same with the last one twice have two roots', () => {
    const three = textbookTree(['a', 'b', 'c'])
    expect(hex(three.root.digest)).not.toBe(hex(textbookTree(['a', 'b', 'c', 'c']).root.digest))
    expect(three.root.right).toMatchObject({ from: 2, to: 3 })
  })

  it('does not take a leaf for an inner node: two digests as one row are not the tree of the two rows', () => {
    const two = textbookTree(['a', 'b'])
    const joined = Uint8Array.of(...(two.root.left?.digest ?? []), ...(two.root.right?.digest ?? []))
    expect(hex(textbookTree([joined]).root.digest)).not.toBe(hex(two.root.digest))
  })

  it('covers its rows without gap or overlap', () => {
    fc.assert(
      fc.property(rowLists, (rows) => {
        const nodes = nodesOf(textbookTree(rows).root)
        expect(nodes).toHaveLength(2 * rows.length - 1)
        expect(nodes.filter((node) => node.left === undefined).map((node) => node.from)).toEqual([
          ...rows.keys(),
        ])
        for (const { left, right, from, to } of nodes) {
          if (left && right) expect([left.from, left.to, right.to]).toEqual([from, right.from, to])
        }
      }),
      { seed: 44 },
    )
  })
})

describe('withRow(tree, index, row)', () => {
  it('turns the worked tree into the one with "Data d", leaving A, B, C and AB alone', () => {
    const before = textbookTree(letters)
    const after = withRow(before, 3, 'Data d')
    expect(shortHex(after.root.digest)).toBe('fa3f6073d6de')
    expect(shortHex(after.root.right?.digest ?? new Uint8Array())).toBe('a32c7139d982')
    expect(shortHex(after.root.right?.right?.digest ?? new Uint8Array())).toBe('7e86ddc3d722')
    expect(after.root.left).toBe(before.root.left)
    expect(after.root.right?.left).toBe(before.root.right?.left)
    expect(shortHex(before.root.digest)).toBe('c85e27cfc984')
  })

  it('equals building the tree again, and makes anew only the path to the root', () => {
    fc.assert(
      fc.property(rowLists, fc.nat(), fc.string({ maxLength: 3 }), (rows, at, row) => {
        const index = at % rows.length
        const before = textbookTree(rows)
        const after = withRow(before, index, row)
        expect(after).toEqual(textbookTree(rows.with(index, row)))
        const kept = new Set(nodesOf(before.root))
        const made = nodesOf(after.root).filter((node) => !kept.has(node))
        expect(made.every((node) => node.from <= index && index < node.to)).toBe(true)
      }),
      { seed: 45 },
    )
  })

  it('refuses a row that is not there, naming those that are', () => {
    const tree = textbookTree(letters)
    for (const index of [-1, 4, 1.5]) expect(() => withRow(tree, index, '')).toThrow(/rows 0 to 3/)
  })
})

describe('growTextbookTree(rows, digestsPerStep)', () => {
  it('pauses about every so many digests, counts them, and returns the same tree', () => {
    fc.assert(
      fc.property(rowLists, fc.integer({ min: 1, max: 20 }), (rows, digestsPerStep) => {
        const growing = growTextbookTree(rows, digestsPerStep)
        let before = 0
        for (;;) {
          const step = growing.next()
          if (step.done === true) {
            expect(step.value).toEqual(textbookTree(rows))
            return
          }
          expect(step.value.of).toBe(2 * rows.length - 1)
          const sincePause = step.value.digests - before
          expect(sincePause).toBeGreaterThanOrEqual(digestsPerStep)
          // A row may end as many subtrees as the tree is high: at most 7 more digests for 70 rows.
          expect(sincePause).toBeLessThan(digestsPerStep + 8)
          before = step.value.digests
        }
      }),
      { seed: 46 },
    )
  })

  it('refuses steps of nothing', () => {
    expect(() => growTextbookTree(letters, 0).next()).toThrow(RangeError)
  })
})
