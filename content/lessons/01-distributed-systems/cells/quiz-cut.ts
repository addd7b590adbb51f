import { answer, plan, ring, run, value } from 'engine'

// B is cut off from A and C. One order comes in at B and one at A, and each needs two of the three nodes.
const played = run(
  plan(ring({ nodes: ['A', 'B', 'C'] }))
    .at(500)
    .cut('B', ['A', 'C'])
    .at(3000)
    .write('table 5', 'soup', { via: 'B', by: 'guest at B', level: 'QUORUM' })
    .write('table 6', 'soup', { via: 'A', by: 'guest at A', level: 'QUORUM' }),
)
const [atB, atA] = [answer(played, 'write 1'), answer(played, 'write 2')]
console.log(`The order at B is ${atB}; the order at A is ${atA}.`)
const isDone = (outcome: string) => outcome === 'acknowledged'
value('who', isDone(atB) ? (isDone(atA) ? 'both' : 'only-b') : isDone(atA) ? 'only-a' : 'nobody')
