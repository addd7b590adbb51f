import { plan, ring, run, value, viewHash } from 'engine'

// Each node finds out by itself who is up: it gossips, and watches.
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
  const down = world.trace.find(
    (event) =>
      event.node === 'A' &&
      event.type === 'mark' &&
      event.text === 'convicted',
  )
  const seconds = ((down?.at ?? 0) - 6000) / 1000
  console.log(`B is ${fate}: A has seen ${viewHash(world, 'A')},`)
  console.log(`  and takes B for dead after ${seconds} s`)
  value(fate.replace(' o', 'O'), viewHash(world, 'A'))
  value('seconds', seconds)
}

// Ask for C’s view. Then let B wake: .at(30_000).resume('B')
