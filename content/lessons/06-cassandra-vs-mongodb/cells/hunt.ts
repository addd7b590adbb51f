import { answer, duel, plan, ring, value } from 'engine'

// A and the waiter are cut off from B, C and the chef.
const clients = [
  { id: 'waiter', near: 'A' },
  { id: 'chef', near: 'B' },
]
const lunchtime = (level: 'ONE' | 'QUORUM') =>
  plan(ring(), { clients, until: 60_000 })
    .at(3000)
    .cut(['A', 'waiter'], ['B', 'C', 'chef'])
    .at(5000)
    .write('table 3', 'no nuts', { by: 'waiter', level })
    .at(20_000)
    .write('table 3', 'walnut cake', { by: 'chef', level })
    .at(25_000)
    .mend()

for (const level of ['ONE', 'QUORUM'] as const) {
  const { ring: cassandra, replicaSet: mongodb } = duel(
    lunchtime(level),
  )
  for (const [name, { run }] of Object.entries({
    cassandra,
    mongodb,
  })) {
    const disks = ['A', 'B', 'C'].map((id) => run.final.get(id)?.disk)
    const has = (part: unknown) =>
      JSON.stringify(part).includes('no nuts')
    const found = {
      answer: answer(run, 'write 1'),
      'in the data': has(disks.map((disk) => disk.contents ?? disk)),
      'in a file': has(disks.map((disk) => disk.rollbackFiles ?? [])),
    }
    console.log(name, level, found)
    // #value
    value(`${name} ${level}`, JSON.stringify(found))
    // #end
  }
}

// Give the waiter a clock that's a minute ahead:
// clock: { offsetMs: 60_000 }. Which order wins now?
