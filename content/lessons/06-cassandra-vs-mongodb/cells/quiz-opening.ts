import { answer, duel, plan, ring, value } from 'engine'

const clients = [
  { id: 'waiter', near: 'A' },
  { id: 'chef', near: 'B' },
]
const story = plan(ring(), { clients, until: 60_000 })
  .at(3000)
  .cut(['A', 'waiter'], ['B', 'C', 'chef'])
  .at(5000)
  .write('table 3', 'no nuts', { by: 'waiter', level: 'ONE' })
  .at(20_000)
  .write('table 3', 'walnut cake', { by: 'chef', level: 'ONE' })
  .at(25_000)
  .mend()
const { ring: cassandra, replicaSet: mongodb } = duel(story)
const has = (run: (typeof cassandra)['run'], part: 'all' | 'files') =>
  ['A', 'B', 'C'].some((id) => {
    const disk = run.final.get(id)?.disk
    const looked = part === 'files' ? disk?.rollbackFiles : disk
    return JSON.stringify(looked ?? null).includes('no nuts')
  })
const inFile = has(mongodb.run, 'files')
const inRing = has(cassandra.run, 'all')
const where = inFile ? (inRing ? 'both' : 'file') : inRing ? 'ring' : 'nowhere'
console.log(where)
// #value
value('where', where)
const answers = [mongodb, cassandra].map(({ run }) => answer(run, 'write 1'))
value('answer', answers[0] === answers[1] ? String(answers[0]) : 'unlike')
// #end
