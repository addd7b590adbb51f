import { plan, ring, run, value } from 'engine'

const noted = (nodes: string[]) =>
  plan(ring({ nodes, replicas: nodes.length }))
    .at(0)
    .write('table 3', 'no nuts', { via: 'A', level: 'ALL' })

const runs = {
  oneCopy: noted(['A'])
    .at(1000)
    .crash('A', 'wipe')
    .at(2000)
    .restart('A')
    .at(9000)
    .read('table 3', { via: 'A', level: 'ONE' }),
  threeCopies: noted(['A', 'B', 'C'])
    .at(1000)
    .crash('A', 'wipe')
    .at(2000)
    .restart('A')
    .at(9000)
    .read('table 3', { via: 'A', level: 'QUORUM' }),
  wrongDelete: noted(['A', 'B', 'C'])
    .at(1000)
    .delete('table 3', { via: 'A', level: 'ALL' })
    .at(9000)
    .read('table 3', { via: 'B', level: 'ALL' }),
}
for (const [name, scenario] of Object.entries(runs)) {
  const output = run(scenario).history.at(-1)?.output as {
    value?: string
  }
  console.log(`${name}:`, output)
  value(name, output?.value ?? 'nothing')
}

// Wipe two of the three kitchens. Then all three.
