import { answer, plan, ring, run, value } from 'engine'

const written = (nodes: string[]) =>
  plan(ring({ nodes, replicas: nodes.length }))
    .at(0)
    .write('table 3', 'no nuts', { via: 'A', level: 'ALL' })

// A's disk is lost, and with it everything A had stored.
const scenarios = {
  oneCopy: written(['A'])
    .at(1000)
    .crash('A', 'wipe')
    .at(9000)
    .read('table 3', { via: 'A', level: 'ONE' }),
  threeCopies: written(['A', 'B', 'C'])
    .at(1000)
    .crash('A', 'wipe')
    .at(9000)
    .read('table 3', { via: 'B', level: 'QUORUM' }),
  wrongDelete: written(['A', 'B', 'C'])
    .at(1000)
    .delete('table 3', { via: 'A', level: 'ALL' })
    .at(9000)
    .read('table 3', { via: 'B', level: 'ALL' }),
}
for (const [name, scenario] of Object.entries(scenarios)) {
  const outcome = answer(run(scenario), 'read 1')
  console.log(`${name}: ${outcome}`)
  value(name, outcome === 'timed out' ? 'no answer' : outcome)
}

// Lose the disks of two of the three nodes.
