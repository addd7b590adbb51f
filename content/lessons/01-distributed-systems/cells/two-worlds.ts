import { plan, ring, run, viewHash } from 'engine'

// With 'gossip', each node has to work out for itself who is up.
const system = ring({ nodes: ['A', 'B', 'C'], membership: 'gossip' })
// The plan runs for 40 s. Its last .at() sets when the fault below
// happens: at 6 s, before the write at 8 s.
const scenario = plan(system, { until: 40_000 })
  .at(8000)
  .write('table 3', 'no nuts', { via: 'A', level: 'QUORUM' })
  .at(6000)

const worlds = {
  crashed: scenario.crash('B'),
  paused: scenario.pause('B'),
  'cut off': scenario.cut('B', ['A', 'C']),
}
for (const [fault, world] of Object.entries(worlds)) {
  // viewHash needs the trace: a record of everything that happened.
  const played = run(world, { record: 'trace' })
  console.log(viewHash(played, 'A'), `is A's view if B is ${fault}.`)
}

// Look at C's view instead. Then let B resume: .at(30_000).resume('B')
