import { difference, textbookTree, value, withRow } from 'engine'

// 1,024 rows, one differs: how many hashes does the walk compare?
const a = textbookTree(Array.from({ length: 1024 }, (_, place) => `row ${place}`))
const { digestsCompared } = difference(a, withRow(a, 700, 'another row'))
console.log(`${digestsCompared} hashes compared`)
value('compared', digestsCompared)
