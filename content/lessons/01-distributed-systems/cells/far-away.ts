import { answer, plan, ring, run, value } from 'engine'

// The guest is here, B is 90 ms away, and A is next door.
// #setup
function kitchens(nodes: string[]) {
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
// #end

const [far, near] = [kitchens(['B']), kitchens(['A', 'B'])]
const by = 'guest'
const requests = {
  readFar: far.at(0).read('menu', { via: 'B', by }),
  readNear: near.at(0).read('menu', { via: 'A', by }),
  writeNear: near
    .at(0)
    .write('menu', 'cake', { via: 'A', by, level: 'ALL' }),
}
for (const [name, scenario] of Object.entries(requests)) {
  const [request] = run(scenario).history
  const ms = (request?.return ?? 0) - (request?.call ?? 0)
  console.log(`${name}: ${ms} ms`)
  value(name, ms)
}

// How stale can the menu be? A reads 20 ms after a write at B.
const soon = near
  .at(0)
  .write('menu', 'cake', { via: 'B', level: 'ONE' })
  .at(20)
  .read('menu', { via: 'A', by, level: 'ONE' })
console.log(
  '20 ms after the write, A says:',
  answer(run(soon), 'read 1'),
)

// After how many milliseconds does A say cake?
