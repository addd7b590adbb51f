import { plan, ring, run, value } from 'engine'

// Five copies; A and B are cut off from C, D and E. Reads at QUORUM through A and through C.
const cut = plan(ring({ nodes: ['A', 'B', 'C', 'D', 'E'], replicas: 5, hints: false }))
  .at(0)
  .write('table 3', 'no nuts', { via: 'A', level: 'ALL' })
  .at(1000)
  .cut(['A', 'B'], ['C', 'D', 'E'])
const ask = (via: string) =>
  run(cut.at(5000).read('table 3', { via, level: 'QUORUM' })).history.at(-1)?.output as {
    value?: string
    error?: string
  }
const [few, many] = [ask('A'), ask('C')]
console.log('through A:', few, 'through C:', many)
value('who', few.error === 'unavailable' && many.value === 'no nuts' ? 'majority' : 'other')
