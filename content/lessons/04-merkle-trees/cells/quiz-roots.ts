import { flippedBits, textbookTree, value } from 'engine'

// Does the root tell how much of the data differs? Change one row of eight, then all eight, and count flipped bits.
const rows = ['soup', 'stew', 'no nuts', 'noodles', 'bread', 'salad', 'pie', 'tea']
const oneChanged = rows.map((row, place) => (place === 2 ? 'nuts' : row))
const allChanged = rows.map((row) => `${row}, twice`)

const root = (of: readonly string[]) => textbookTree(of).root.digest
const bitsOne = flippedBits(root(rows), root(oneChanged)).length
const bitsAll = flippedBits(root(rows), root(allChanged)).length
console.log(`one row changed: ${bitsOne} of 256 bits of the root flip; all rows changed: ${bitsAll}`)

const isAboutHalf = (bits: number) => bits > 96 && bits < 160
value('bitsOne', bitsOne)
value('bitsAll', bitsAll)
value('tells', isAboutHalf(bitsOne) && isAboutHalf(bitsAll) ? 'nothing' : 'amount')
