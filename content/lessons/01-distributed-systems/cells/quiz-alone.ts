import { plan, ring, run, value } from 'engine'

// One order, nobody else in the house: in one kitchen, and in ten with three copies of each slip.
function alone(nodes: string[], replicas: number) {
  const system = ring({ nodes: nodes.map((id) => ({ id, serviceMs: 20 })), replicas, write: 'QUORUM' })
  const [order] = run(plan(system).at(0).write('table 1', 'soup', { via: 'A' })).history
  return (order?.return ?? 0) - (order?.call ?? 0)
}
const one = alone(['A'], 1)
const ten = alone([...'ABCDEFGHIJ'], 3)
console.log(`one kitchen: ${one} ms; ten: ${ten} ms`)
value('one', one)
value('ten', ten)
value('which', ten < one ? 'sooner' : ten < 5 * one ? 'later' : 'tenfold')
