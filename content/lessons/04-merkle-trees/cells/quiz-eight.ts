import { difference, shortHex, textbookTree, value, withRow } from 'engine'
import type { TextbookNode } from 'engine'

// Two replicas of eight rows, one of which differs: the trees to click in.
const a = textbookTree(['soup', 'stew', 'no nuts', 'noodles', 'bread', 'salad', 'pie', 'tea'])
const b = withRow(a, 5, 'salad, no onions')

function levels(nodesOfA: readonly TextbookNode[], nodesOfB: readonly TextbookNode[]): object[][] {
  const level = nodesOfA.map((node, place) => ({
    leaves: node.to - node.from,
    digests: [shortHex(node.digest, 4), shortHex((nodesOfB[place] as TextbookNode).digest, 4)],
  }))
  const below = (nodes: readonly TextbookNode[]) =>
    nodes.flatMap(({ left, right }) => (left && right ? [left, right] : []))
  return below(nodesOfA).length === 0 ? [level] : [level, ...levels(below(nodesOfA), below(nodesOfB))]
}
value('trees', JSON.stringify({ sides: ['A', 'B'], levels: levels([a.root], [b.root]) }))
const [leaf = -1] = difference(a, b).leaves
console.log(`leaf ${leaf + 1} differs`)
value('leaf', leaf)
