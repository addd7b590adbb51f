import { answer, monotonicReads, plan, ring, run, value } from 'engine'

// A user writes a comment while B is cut off for a moment, and reloads twice: once at A and once at B.
const played = run(
  plan(ring({ hints: false, readRepair: 'NONE' }))
    .at(1000)
    .cut('B', ['A', 'C'])
    .at(3000)
    .write('comment', 'first!', { via: 'A', by: 'user', level: 'QUORUM' })
    .at(4000)
    .mend()
    .at(30_000)
    .read('comment', { via: 'A', by: 'user', level: 'ONE' })
    .at(31_000)
    .read('comment', { via: 'B', by: 'user', level: 'ONE' }),
)
const [written, atA, atB] = ['write 1', 'read 1', 'read 2'].map((id) => answer(played, id))
console.log(`The write is ${written}. The reloads show: ${atA}, then ${atB}.`)
console.log('Monotonic reads:', monotonicReads(played).result)
const isStored = written === 'acknowledged' && atA === 'first!'
value('missing', isStored && atB === 'nothing' ? 'read-your-writes' : 'other')
