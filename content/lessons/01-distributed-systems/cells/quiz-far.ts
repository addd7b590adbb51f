import { plan, ring, run, value } from 'engine'

// The guest and A are here, and B is 90 ms away. Both store the menu. What takes longest?
const links = ['guest', 'A'].flatMap((here) => [
  { from: here, to: 'B', latency: [90, 90] as const },
  { from: 'B', to: here, latency: [90, 90] as const },
])
const near = plan(ring({ nodes: ['A', 'B'], replicas: 2 }), {
  net: { latency: [5, 5], links },
  clients: ['guest'],
}).at(0)
const times = {
  'read-near': near.read('menu', { via: 'A', by: 'guest', level: 'ONE' }),
  'write-near': near.write('menu', 'cake', { via: 'A', by: 'guest', level: 'ONE' }),
  'write-both': near.write('menu', 'cake', { via: 'A', by: 'guest', level: 'ALL' }),
}
const took = Object.entries(times).map(([name, scenario]) => {
  const [one] = run(scenario).history
  return { name, ms: (one?.return ?? 0) - (one?.call ?? 0) }
})
for (const { name, ms } of took) console.log(`${name}: ${ms} ms`)
value('longest', [...took].sort((a, b) => b.ms - a.ms)[0]?.name ?? '')
value('ms', Math.max(...took.map(({ ms }) => ms)))
