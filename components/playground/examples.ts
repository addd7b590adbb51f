/** Cells of the lessons that are good to start from, and what each does. */
export const examples = [
  { from: 'distributed-systems/first-run', about: 'A plan, its run, and the picture of it.' },
  {
    from: 'anti-entropy/rumour',
    about: 'Your own gossip protocol in twenty lines: push, pull, or both.',
  },
  { from: 'replicas/no-fault', about: 'A stale read, though nothing fails and every clock is right.' },
  { from: 'replicas/not-linearizable', about: 'A search finds the schedule that breaks a quorum.' },
  { from: 'merkle-trees/find-the-difference', about: 'Two trees find the one row that differs.' },
  { from: 'cassandra-repair/over-streaming', about: 'What a repair sends that nobody was missing.' },
  { from: 'cassandra-vs-mongodb/fair', about: 'One plan, run on both databases.' },
  { from: 'databases-for-ai/search-costs', about: 'What a vector index saves, counted in comparisons.' },
] as const

/** What a new cell holds. */
export const newCell = `import { plan, ring, run, show } from 'engine'

const scenario = plan(ring(), { seed: 1 })
  .at(10)
  .write('table 3', 'no nuts', { level: 'QUORUM' })
  .at(1000)
  .read('table 3', { level: 'ONE' })

show(run(scenario))
`
