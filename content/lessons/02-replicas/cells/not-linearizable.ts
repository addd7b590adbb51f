import {
  freshReads,
  linearizable,
  plan,
  ring,
  run,
  value,
} from 'engine'

// Two of three both ways, no read repair. One write is on its way:
// A has it, and the messages to B and C are held up for a second.
const evening = plan(
  ring({ readRepair: 'NONE', speculativeRetryMs: 0 }),
  {
    net: { latency: [10, 10] },
  },
)
  .at(0)
  .hold('A>B mutate#1', 1000)
  .at(0)
  .hold('A>C mutate#1', 1000)
  .at(100)
  .write('table 3', 'no nuts', { via: 'A', level: 'QUORUM' })
  .at(200)
  .read('table 3', { via: 'A', level: 'QUORUM' })
  .at(400)
  .read('table 3', { via: 'B', level: 'QUORUM' })

const night = run(evening)
for (const { id, call, return: end, output } of night.history)
  console.log(id?.padEnd(8), `${call} to ${end} ms`, output)
console.log('fresh reads:', freshReads(night).result)
console.log('linearizable:', linearizable()(night).result)
value('fresh', freshReads(night).result)
value('linearizable', linearizable()(night).result)

// Set readRepair to 'BLOCKING', Cassandra's default. What changes?
