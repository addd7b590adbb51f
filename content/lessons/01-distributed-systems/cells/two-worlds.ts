import { plan, ring, run, value, viewHash } from 'engine'

// Each node finds out by itself who is up, from what it hears.
const system = ring({ nodes: ['A', 'B', 'C'], membership: 'gossip' })
const evening = plan(system, { until: 40_000 })
  .at(8000)
  .write('table 3', 'no nuts', { via: 'A', level: 'QUORUM' })
  .at(6000)

const worlds = {
  crashed: evening.crash('B'),
  asleep: evening.pause('B'),
  'cut off': evening.cut('B', ['A', 'C']),
}
for (const [fate, scenario] of Object.entries(worlds)) {
  const world = run(scenario, { record: 'trace' })
  console.log(viewHash(world, 'A'), `A, while B is ${fate}`)
  value(fate, viewHash(world, 'A'))
}

// Ask for C’s view. Then let B wake: .at(30_000).resume('B')
