import { difference, textbookTree, value } from 'engine'

// B never got row 3 of eight. Leaf by place: B's rows move up, and its last place is empty.
const a = ['table 1', 'table 2', 'table 3', 'table 4', 'table 5', 'table 6', 'table 7', 'table 8']
const byPlace = [...a.filter((row) => row !== 'table 3'), '']
// Leaf by address: each row stays where it belongs, and table 3's address is empty.
const byAddress = a.map((row) => (row === 'table 3' ? '' : row))

const differing = (b: readonly string[]) => difference(textbookTree(a), textbookTree(b)).leaves.length
console.log(`leaves that differ: ${differing(byPlace)} by position, ${differing(byAddress)} by key range`)
value('byPlace', differing(byPlace))
value('byAddress', differing(byAddress))
