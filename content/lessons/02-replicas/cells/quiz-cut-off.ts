import { answer, plan, ring, run, value } from 'engine'

// Five replicas; A and B are cut off from C, D and E. One client reads at QUORUM through A, one through C.
const cut = plan(ring({ nodes: ['A', 'B', 'C', 'D', 'E'], replicas: 5, hints: false }))
  .at(0)
  .write('table 3', 'no nuts', { via: 'A', level: 'ALL' })
  .at(1000)
  .cut(['A', 'B'], ['C', 'D', 'E'])
const readAt = (via: string) => answer(run(cut.at(5000).read('table 3', { via, level: 'QUORUM' })))
const [few, many] = [readAt('A'), readAt('C')]
console.log(`Through A: ${few}. Through C: ${many}.`)
value('who', few === 'refused' && many === 'no nuts' ? 'majority' : 'other')
