import { plan, ring, run, value } from 'engine'

// B is cut off from A and C. An order comes in at B, where half of the kitchens have to agree.
const { history } = run(
  plan(ring({ nodes: ['A', 'B', 'C'] }))
    .at(500)
    .cut('B', ['A', 'C'])
    .at(3000)
    .write('table 5', 'soup', { via: 'B', by: 'guest at B', level: 'QUORUM' })
    .write('table 6', 'soup', { via: 'A', by: 'guest at A', level: 'QUORUM' }),
)
const isDone = (n: number) => JSON.stringify(history[n]?.output) === '{"ok":true}'
console.log('at B:', history[0]?.output, '; at A:', history[1]?.output)
value('who', isDone(0) ? (isDone(1) ? 'both' : 'only-b') : isDone(1) ? 'only-a' : 'nobody')
