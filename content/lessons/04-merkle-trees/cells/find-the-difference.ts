import { hex, shortHex, textbookTree, value } from 'engine'
import type { TextbookNode } from 'engine'
import { rows } from './build-a-tree'

const server1 = textbookTree(rows)
const server2 = textbookTree([...rows.slice(0, 3), 'Data d'])

let compared = 0

/** The rows that differ below two tree nodes. */
function differing(one: TextbookNode, two: TextbookNode): number[] {
  compared++
  const isSame = hex(one.digest) === hex(two.digest)
  // #setup
  const sign = isSame ? '=' : '≠'
  const below = rows.slice(one.from, one.to).join(', ')
  console.log(shortHex(one.digest), sign, shortHex(two.digest), below)
  // #end

  if (isSame) return [] // match: stop
  // A leaf has nothing below it, so its own row is what differs.
  if (!one.left || !two.left) return [one.from]
  return [
    ...differing(one.left, two.left), // no match: go deeper
    ...differing(one.right!, two.right!),
  ]
}

const found = differing(server1.root, server2.root)
const names = found.map((row) => rows[row]).join(', ')
console.log(`differs: ${names}, after ${compared} comparisons`)
// #value
value('compared', compared)
// #end

// Make server2's first row 'Data a' too. How many comparisons now, and
// how many would a plain list of four hashes need?
