import { plan, ring, run, value } from 'engine'

// The guest is here, B is 90 ms away, A is next door.
function evening(nodes: string[]) {
  const here = ['guest', ...nodes.filter((id) => id === 'A')]
  const latency = [90, 90] as const
  const links = here.flatMap((one) => [
    { from: one, to: 'B', latency },
    { from: 'B', to: one, latency },
  ])
  const net = { latency: [5, 5] as const, links }
  const system = ring({ nodes, replicas: nodes.length })
  return plan(system, { net, clients: ['guest'] })
}

const [alone, near] = [evening(['B']), evening(['A', 'B'])]
const runs = {
  readFar: alone.at(0).read('menu', { via: 'B', by: 'guest' }),
  readNear: near.at(0).read('menu', { via: 'A', by: 'guest' }),
  writeNear: near
    .at(0)
    .write('menu', 'cake', { via: 'A', by: 'guest', level: 'ALL' }),
}
for (const [name, scenario] of Object.entries(runs)) {
  const [first] = run(scenario).history
  const ms = (first?.return ?? 0) - (first?.call ?? 0)
  console.log(`${name}: ${ms} ms`)
  value(name, ms)
}

// And how old may the menu be? Read at A 20 ms after a write at B.
const late = near
  .at(0)
  .write('menu', 'cake', { via: 'B', level: 'ONE' })
  .at(20)
  .read('menu', { via: 'A', by: 'guest', level: 'ONE' })
const [, read] = run(late).history
console.log('20 ms after a write at B, A says:', read?.output)

// After how many milliseconds does A say cake?
