import { hex, shortHex, textbookTree, value } from 'engine'
import type { TextbookNode } from 'engine'
import { rows } from './build-a-tree'

const server1 = textbookTree(rows)
const server2 = textbookTree([...rows.slice(0, 3), 'Data d'])

let compared = 0

/** The rows that differ below two nodes. */
function differing(one: TextbookNode, two: TextbookNode): number[] {
  compared++
  const isSame = hex(one.digest) === hex(two.digest)
  const sign = isSame ? '=' : '≠'
  const below = rows.slice(one.from, one.to).join(', ')
  console.log(shortHex(one.digest), sign, shortHex(two.digest), below)

  if (isSame) return [] // match: stop
  if (!one.left || !two.left) return [one.from]
  return [
    ...differing(one.left, two.left), // no match: dig
    ...differing(one.right!, two.right!),
  ]
}

const found = differing(server1.root, server2.root)
const names = found.map((row) => rows[row]).join(', ')
console.log(`differs: ${names}, after ${compared} comparisons`)
value('compared', compared)

// Let Data A differ as well. How many comparisons now?
// How many would a plain list of four hashes need?
