import { difference, textbookTree, value, withRow } from 'engine'

/** Compares two replicas whose last rows differ. */
function compare(depth: number) {
  const leaves = 2 ** depth
  const rows = Array.from({ length: leaves }, (_, n) => `row ${n + 1}`)
  const ours = textbookTree(rows)
  // withRow gives a copy of a tree in which one row is changed.
  const theirs = withRow(ours, leaves - 1, 'table 3: no nuts')
  const byTree = difference(ours, theirs).digestsCompared
  // #value
  value(`depth ${depth}`, byTree)
  // #end
  return {
    leaves,
    depth,
    'hashes compared in a tree': byTree,
    'in a list': leaves,
  }
}

console.table([2, 5, 10, 12].map(compare))

// Give theirs a second different row: wrap it in another withRow, next
// to the last row or far away. Which costs more?
