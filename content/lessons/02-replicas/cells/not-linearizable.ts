import {
  answer,
  freshReads,
  linearizable,
  plan,
  ring,
  run,
  value,
} from 'engine'

// W = R = 2, without read repair. One write is still on its way: A has
// it, and the messages to B and C are delayed by a second: `mutate`
// carries a write to a replica. With speculativeRetryMs: 0, no third
// replica is asked when one is slow.
const system = ring({ readRepair: 'NONE', speculativeRetryMs: 0 })
const scenario = plan(system, { net: { latency: [10, 10] } })
  .at(0)
  .hold('A>B mutate#1', 1000)
  .hold('A>C mutate#1', 1000)
  .at(100)
  .write('table 3', 'no nuts', { via: 'A', level: 'QUORUM' })
  .at(200)
  .read('table 3', { via: 'A', level: 'QUORUM' })
  .at(400)
  .read('table 3', { via: 'B', level: 'QUORUM' })

const played = run(scenario)
for (const { id, call, return: end } of played.history)
  console.log(`${id}, ${call} to ${end} ms: ${answer(played, id)}`)
console.log('Fresh reads:', freshReads(played).result)
console.log('Linearizable:', linearizable()(played).result)

// #value
value('fresh', freshReads(played).result)
value('linearizable', linearizable()(played).result)
// #end

// Set readRepair to 'BLOCKING', Cassandra's default. What changes?
