import { descend, textbookTree, value } from 'engine'

// Four rows, of which the last differs: which hashes are compared, in which order?
const steps = descend(
  textbookTree(['Data A', 'Data B', 'Data C', 'Data D']),
  textbookTree(['Data A', 'Data B', 'Data C', 'Data d']),
)
const level = ({ from, to }: { from: number; to: number }) =>
  to - from === 4 ? 'root' : to - from === 2 ? 'halves' : 'leaves'
const levels = [...new Set(steps.map(level))]
console.log(steps.map(({ from, to, equal }) => `${'ABCD'.slice(from, to)}: ${equal ? 'same' : 'different'}`))
// Only once a leaf differs is it known what has to travel.
value('order', [...levels, 'send'].join(' '))
