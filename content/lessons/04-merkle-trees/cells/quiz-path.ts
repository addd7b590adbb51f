import { hex, textbookTree, value, withRow } from 'engine'
import type { TextbookNode } from 'engine'

// Eight rows, one changed: how many of the tree's hashes change?
const before = textbookTree(['soup', 'stew', 'no nuts', 'noodles', 'bread', 'salad', 'pie', 'tea'])
const after = withRow(before, 2, 'nuts')

function hashes(node: TextbookNode): string[] {
  const { left, right } = node
  return [hex(node.digest), ...(left ? hashes(left) : []), ...(right ? hashes(right) : [])]
}
const [old, now] = [hashes(before.root), hashes(after.root)]
const changed = old.filter((digest, place) => digest !== now[place]).length
console.log(`${changed} of ${old.length} hashes changed`)
value('changed', changed)
value('hashes', old.length)
