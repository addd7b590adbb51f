import { descend, textbookTree, value } from 'engine'

// The notes' own four rows: what is compared, in which order?
const steps = descend(
  textbookTree(['Data A', 'Data B', 'Data C', 'Data D']),
  textbookTree(['Data A', 'Data B', 'Data C', 'Data d']),
)
const name = ({ from, to }: { from: number; to: number }) => 'ABCD'.slice(from, to)
for (const step of steps) console.log(`${name(step)}: ${step.equal ? 'same' : 'different'}`)
const leaves = steps.filter(({ isLeaf }) => isLeaf).map(name)
value('lastTwo', leaves.join(' and '))
