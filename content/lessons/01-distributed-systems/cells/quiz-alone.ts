import { plan, ring, run, value } from 'engine'

// One order on a quiet evening: on one node, and on ten nodes with three replicas of each row.
function alone(nodes: string[], replicas: number) {
  const system = ring({ nodes: nodes.map((id) => ({ id, serviceMs: 20 })), replicas, write: 'QUORUM' })
  const [order] = run(plan(system).at(0).write('table 1', 'soup', { via: 'A' })).history
  return (order?.return ?? 0) - (order?.call ?? 0)
}
const one = alone(['A'], 1)
const ten = alone([...'ABCDEFGHIJ'], 3)
console.log(`One node: ${one} ms; ten nodes: ${ten} ms.`)
value('one', one)
value('ten', ten)
value('which', ten < one ? 'sooner' : ten < 5 * one ? 'later' : 'tenfold')
