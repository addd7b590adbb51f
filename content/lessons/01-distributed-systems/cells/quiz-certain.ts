import { plan, ring, run, value, viewHash } from 'engine'

// B is dead, or asleep: how long until A, or C, sees a difference? Both worlds run for 40 s after the silence began.
const system = ring({ nodes: ['A', 'B', 'C'], membership: 'gossip' })
const evening = plan(system, { until: 46_000 }).at(6000)
const dead = run(evening.crash('B'), { record: 'trace' })
const asleep = run(evening.pause('B'), { record: 'trace' })
const differs = (node: string) => viewHash(dead, node) !== viewHash(asleep, node)

console.log('A sees', viewHash(dead, 'A'), 'and', viewHash(asleep, 'A'))
console.log('C sees', viewHash(dead, 'C'), 'and', viewHash(asleep, 'C'))
value('tells', differs('C') ? 'ask' : differs('A') ? 'wait' : 'nothing')
value('dead', viewHash(dead, 'A').slice(0, 6))
value('asleep', viewHash(asleep, 'A').slice(0, 6))
