import { difference, textbookTree, value, withRow } from 'engine'

/** Two archives of slips that differ in the last one. */
function compare(depth: number) {
  const leaves = 2 ** depth
  const slips = Array.from({ length: leaves }, (_, n) => `slip ${n}`)
  const ours = textbookTree(slips)
  const theirs = withRow(ours, leaves - 1, 'table 3: no nuts')
  const tree = difference(ours, theirs).digestsCompared
  value(`depth ${depth}`, tree)
  return {
    leaves,
    depth,
    'tree compares': tree,
    'list compares': leaves,
  }
}

console.table([2, 5, 10, 12].map(compare))

// It is 1 + 2 × depth each time; 15 takes a moment longer. Change
// a second slip with withRow, next to the last one or far away:
// which costs more?
