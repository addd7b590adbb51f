import { answer, plan, ring, run, value } from 'engine'

// #setup
const nodes = ['A', 'B', 'C', 'D', 'E', 'F'].map((id, index) => ({
  id,
  datacentre: index < 3 ? 'east' : 'west',
}))
const east = ['A', 'B', 'C']
const west = ['D', 'E', 'F']
const latency = [80, 80] as const
const links = east.flatMap((from) =>
  west.flatMap((to) => [
    { from, to, latency },
    { from: to, to: from, latency },
  ]),
)
const net = { latency: [2, 2] as const, links }
// #end

// Each datacentre has three replicas, and 80 ms lie between the two.
const system = ring({ nodes, replicas: { east: 3, west: 3 } })
const level = 'LOCAL_QUORUM'
const played = run(
  plan(system, { net })
    .at(0)
    .write('table 3', 'no nuts', { via: 'A', level })
    .at(20)
    .read('table 3', { via: 'D', level })
    .at(500)
    .read('table 3', { via: 'D', level }),
)
console.log('Write in the east:', answer(played, 'write 1'))
console.log('Read in the west after 20 ms:', answer(played, 'read 1'))
console.log('Read in the west after 500 ms:', answer(played, 'read 2'))

// #value
value('soon', answer(played, 'read 1'))
value('later', answer(played, 'read 2'))
// #end

// Read at QUORUM, which counts all six. What does it cost?
