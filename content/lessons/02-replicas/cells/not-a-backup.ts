import { answer, plan, ring, run, value } from 'engine'

// A client deletes table 3 by mistake, at level ONE.
const played = run(
  plan(ring())
    .at(0)
    .write('table 3', 'no nuts', { via: 'A', level: 'ALL' })
    .at(500)
    .delete('table 3', { via: 'C', level: 'ONE' })
    .at(1000)
    .named('A')
    .read('table 3', { via: 'A', level: 'ONE' })
    .named('B')
    .read('table 3', { via: 'B', level: 'ONE' })
    .named('C')
    .read('table 3', { via: 'C', level: 'ONE' }),
)
const copies = ['A', 'B', 'C'].map((id) => answer(played, id))
console.log('Half a second later, A, B and C have:', copies.join(', '))
value('left', copies.filter((outcome) => outcome !== 'nothing').length)

// Use twelve replicas. Would one of them have kept the row?
