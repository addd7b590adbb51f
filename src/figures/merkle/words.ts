import type { Pair, RowNames } from './pair.ts'
import { counted, grouped } from '#figures/quantity.ts'
import type { Replicas } from './rows.ts'

/** Rows by their number, or by the notes' letters when there are four of the notes' own. */
export function namesFor({ rows }: Replicas): RowNames {
  const lettered = rows[0].length === 4 && rows[0].every((row) => row.startsWith('Data '))
  const letters = (from: number, to: number) => 'ABCDEFGH'.slice(from, to)
  return {
    leaf: (index) => (lettered ? `hash ${letters(index, index + 1)}` : `row ${grouped(index + 1)}`),
    span: (from, to) =>
      lettered ? `hash ${letters(from, to)}` : `rows ${grouped(from + 1)} to ${grouped(to)}`,
    short: (from, to) =>
      lettered ? letters(from, to) : to - from === 1 ? grouped(to) : `${grouped(from + 1)}–${grouped(to)}`,
    label: (side, index) => (rows[0].length <= 8 ? clipped(rows[side][index] ?? '') : ''),
  }
}

/** One comparison in words: its hashes, its result and its consequence. */
export function comparisonInWords(
  { name, hashes, equal, halves, places, level }: Pair,
  unit: string,
): string {
  const what = name.charAt(0).toUpperCase() + name.slice(1)
  const isLeaf = halves === undefined
  if (equal) {
    const settled =
      level === 0 ? 'Nothing differs.' : isLeaf ? 'Settled.' : `${counted(places, unit)} settled. Stop here.`
    return `${what}: same, ${hashes[0]}. ${settled}`
  }
  return `${what}: ${hashes[0]} and ${hashes[1]}. ${isLeaf ? 'Found: this one differs.' : 'Different: go deeper.'}`
}

function clipped(text: string): string {
  return text.length > 17 ? `${text.slice(0, 16)}…` : text
}

/** Why two lists of unequal length can't be compared by tree, for a reader who has made them so. */
export function refusalInWords({ rows }: Replicas): string {
  return (
    `No descent: by position, A has ${counted(rows[0].length, 'row')} and B has ${grouped(rows[1].length)}. ` +
    'The two trees have different shapes, so a leaf in one doesn’t stand for the same leaf in the other. ' +
    'Count B’s last position as empty, or list the rows by key.'
  )
}

/** The effect of rows that have moved up on the leaves. */
export function paddedInWords({ rows }: Replicas): string {
  const differing = rows[0].flatMap((row, index) => (row === rows[1][index] ? [] : [index + 1]))
  const first = differing[0]
  if (first === undefined) return 'No row moved: nothing differs.'
  return (
    `B’s rows moved up, and its last position counts as empty: ${grouped(differing.length)} of ${counted(rows[0].length, 'leaf', 'leaves')} differ, ` +
    `row ${grouped(first)} and everything after it. By key, only the missing row’s leaf differs. Step to see it.`
  )
}
