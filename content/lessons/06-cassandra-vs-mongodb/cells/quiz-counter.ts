import { answer, plan, ring, run, value } from 'engine'

// The row says 5. Three clients have read that, and each writes 6.
const story = plan(ring({ write: 'QUORUM', read: 'QUORUM' }))
  .at(1000)
  .write('cakes', 5)
  .at(2000)
  .write('cakes', 6, { via: 'A' })
  .write('cakes', 6, { via: 'B' })
  .write('cakes', 6, { via: 'C' })
  .at(3000)
  .read('cakes')
console.log(answer(run(story)))
// #value
value('cakes', Number(answer(run(story))))
// #end
