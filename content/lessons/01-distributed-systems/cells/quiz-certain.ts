import { plan, ring, run, value, viewHash } from 'engine'

// B has crashed, or is paused. Both worlds run for 40 s after that: does A, or C, see any difference?
const system = ring({ nodes: ['A', 'B', 'C'], membership: 'gossip' })
const scenario = plan(system, { until: 46_000 }).at(6000)
const dead = run(scenario.crash('B'), { record: 'trace' })
const paused = run(scenario.pause('B'), { record: 'trace' })
const differs = (node: string) => viewHash(dead, node) !== viewHash(paused, node)

console.log('A sees', viewHash(dead, 'A'), 'and', viewHash(paused, 'A'))
console.log('C sees', viewHash(dead, 'C'), 'and', viewHash(paused, 'C'))
value('tells', differs('C') ? 'ask' : differs('A') ? 'wait' : 'nothing')
value('dead', viewHash(dead, 'A').slice(0, 6))
value('paused', viewHash(paused, 'A').slice(0, 6))
