import { textbookTree, type TextbookTree, withRow, growTextbookTree } from '#engine/merkle/textbook.ts'
import { slip } from '#figures/kitchen/slips.ts'
import { utf8Length } from '#figures/quantity.ts'

/** The rows that two replicas hold, and their trees. A place without a row holds the empty text. */
export interface Replicas {
  readonly rows: readonly [readonly string[], readonly string[]]
  readonly trees: readonly [TextbookTree, TextbookTree]
}

/** The names of the examples. */
export type Example = 'data-d' | 'row-3'

const examples: Readonly<Record<Example, readonly [readonly string[], readonly string[]]>> = {
  'data-d': [
    ['Data A', 'Data B', 'Data C', 'Data D'],
    ['Data A', 'Data B', 'Data C', 'Data d'],
  ],
  'row-3': [
    ['table 1: soup', 'table 2: stew', 'table 3: no nuts', 'table 4: noodles'],
    ['table 1: soup', 'table 2: stew', '', 'table 4: noodles'],
  ],
}

/** Both replicas of an example, with their trees. */
export function exampleReplicas(example: Example): Replicas {
  const rows = examples[example]
  return { rows, trees: [textbookTree(rows[0]), textbookTree(rows[1])] }
}

/** Two replicas of 2^depth slips, B lacking `missing` of them, spread evenly; yields the share that is hashed. */
export function* growReplicas(depth: number, missing: number): Generator<number, Replicas, undefined> {
  const rows: string[] = []
  while (rows.length < 2 ** depth) {
    rows.push(slip(rows.length))
    if (rows.length % 512 === 0) yield 0
  }
  const growing = growTextbookTree(rows, 256)
  for (;;) {
    const step = growing.next()
    if (step.done === true) {
      return plant({ rows: [rows, rows], trees: [step.value, step.value] }, missing)
    }
    yield step.value.digests / step.value.of
  }
}

/** B made equal to A, then `missing` of its places emptied. Each hashes one path again. */
export function plant({ rows, trees }: Replicas, missing: number): Replicas {
  const [mine] = rows
  const theirs = [...mine]
  let tree = trees[0]
  for (const place of spread(missing, mine.length)) {
    theirs[place] = ''
    tree = withRow(tree, place, '')
  }
  return { rows: [mine, theirs], trees: [trees[0], tree] }
}

/** Replicas with one row of one side written again: one path is hashed again. */
export function edited({ rows, trees }: Replicas, side: 0 | 1, index: number, text: string): Replicas {
  const changed = [...rows[side]]
  changed[index] = text
  const tree = withRow(trees[side], index, text)
  return side === 0
    ? { rows: [changed, rows[1]], trees: [tree, trees[1]] }
    : { rows: [rows[0], changed], trees: [trees[0], tree] }
}

/** B with its empty places closed up, as a list without addresses would have it: the rows behind them move up. */
export function closedUp({ rows, trees }: Replicas): Replicas {
  const left = rows[1].filter((row) => row !== '')
  return left.length === rows[1].length
    ? { rows, trees }
    : { rows: [rows[0], left], trees: [trees[0], textbookTree(left)] }
}

/** How B's rows hang: each at its address, one after another, or so with the missing last places counted as empty. */
export type Hanging = 'address' | 'line' | 'padded'

/** {@link closedUp}, then as many empty slips at the end as rows were missing: both trees have one shape again. */
export function padded({ rows, trees }: Replicas): Replicas {
  const left = rows[1].filter((row) => row !== '')
  const filled = [...left, ...rows[1].slice(left.length).map(() => '')]
  return { rows: [rows[0], filled], trees: [trees[0], textbookTree(filled)] }
}

/** Bytes of all rows: what a full copy sends. Counted once for each list, because lists are replaced and never changed. */
export function bytesOfRows(rows: readonly string[]): number {
  const known = bytesCounted.get(rows)
  if (known !== undefined) return known
  const bytes = rows.reduce((sum, row) => sum + utf8Length(row), 0)
  bytesCounted.set(rows, bytes)
  return bytes
}

const bytesCounted = new WeakMap<readonly string[], number>()

/** `count` different places among `all`, spread by the golden ratio. */
function spread(count: number, all: number): readonly number[] {
  const places = new Set<number>()
  for (let turn = 1; places.size < Math.min(count, all); turn++) {
    places.add(Math.floor(((turn * 0.6180339887498949 + 0.13) % 1) * all))
  }
  return [...places]
}
