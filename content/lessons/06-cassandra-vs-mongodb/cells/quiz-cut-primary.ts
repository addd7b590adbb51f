import { duel, plan, ring, value } from 'engine'

// The client is with B and C. A, the primary, is cut off from both.
const story = plan(ring(), { clients: [{ id: 'client', near: 'B' }], until: 60_000 })
  .at(3000)
  .cut('A', ['B', 'C', 'client'])
  .at(4000)
  .write('table 3', 'no nuts', { level: 'ONE' })
const { ring: cassandra, replicaSet: mongodb } = duel(story)
const took = ({ run }: typeof cassandra) => (run.history[0]?.return ?? 60_000) - 4000
console.log('Cassandra', took(cassandra), 'ms, MongoDB', took(mongodb), 'ms')
// #value
value('who', took(cassandra) < 1000 && took(mongodb) > 5000 ? 'cassandra-at-once' : 'other')
value('seconds', (took(mongodb) / 1000).toFixed(1))
// #end
