import {
  answer,
  duel,
  plan,
  replicaSet,
  ring,
  run,
  value,
} from 'engine'

const both = { cassandra: 'ring', mongodb: 'replicaSet' } as const

// Who takes writes? One is asked of each node.
const asked = duel(
  plan(ring())
    .at(1000)
    .write('table 1', 'tea', { via: 'A' })
    .write('table 2', 'tea', { via: 'B' })
    .write('table 3', 'tea', { via: 'C' }),
  { record: 'trace' },
)
// The client is cut off together with C.
const clients = [{ id: 'client', near: 'C' }]
const alone = duel(
  plan(ring(), { clients, until: 60_000 })
    .at(3000)
    .cut(['C', 'client'], ['A', 'B'])
    .at(4000)
    .write('table 3', 'no nuts', { level: 'ONE' }),
)
// A's power goes; a client near B writes every second.
let lost = plan(ring(), {
  clients: [{ id: 'client', near: 'B' }],
  until: 60_000,
})
  .at(3500)
  .crash('A')
for (let at = 1000; at < 30_000; at += 1000)
  lost = lost.at(at).write('k', at)
const dead = duel(lost)

for (const [name, side] of Object.entries(both)) {
  const takers = new Set(
    asked[side].run.trace.flatMap((event) =>
      event.type === 'send' &&
      event.name === 'write reply' &&
      event.args.ok
        ? [event.node]
        : [],
    ),
  )
  const outcome =
    answer(alone[side].run) === 'acknowledged' ? 'taken' : 'not taken'
  const pause = (
    dead[side].figures.unavailableForWritesMs / 1000
  ).toFixed(1)
  console.log(name, takers.size, outcome, pause)
  // #value
  const title = name === 'cassandra' ? 'Cassandra' : 'MongoDB'
  value(`takers ${title}`, takers.size)
  value(`any ${title}`, outcome)
  value(`pause ${title}`, pause)
  // #end
}

// C misses a write and is back: what brings it?
const missed = (system: ReturnType<typeof ring>) =>
  run(
    plan(system)
      .at(1000)
      .crash('C')
      .at(3000)
      .write('table 3', 'no nuts', { via: 'A' })
      .at(9000)
      .restart('C')
      .at(30_000)
      .read('table 3', { via: 'A' }),
  )
const hinted = missed(ring()).marks.get('hint delivered') ?? 0
const set = missed(replicaSet() as unknown as ReturnType<typeof ring>)
const fetched = set.marks.get('initial sync')
  ? 'an initial sync'
  : 'its oplog'
console.log(hinted, fetched)
// #value
value(
  'sync MongoDB',
  fetched === 'its oplog' ? 'the oplog brought it' : fetched,
)
value(
  'sync Cassandra',
  hinted > 0 ? 'a hint brought it' : 'nothing brought it',
)
// #end
