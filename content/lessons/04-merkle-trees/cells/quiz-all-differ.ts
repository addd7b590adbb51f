import { difference, textbookTree, value } from 'engine'

// Eight rows, and every one of them differs: how many hashes does the walk compare?
const rows = ['soup', 'stew', 'no nuts', 'noodles', 'bread', 'salad', 'pie', 'tea']
const { digestsCompared } = difference(textbookTree(rows), textbookTree(rows.map((row) => `${row}!`)))
console.log(`${digestsCompared} hashes compared, for ${rows.length} rows`)
value('compared', digestsCompared)
value('rows', rows.length)
