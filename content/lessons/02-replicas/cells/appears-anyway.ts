import { answer, plan, ring, run, value } from 'engine'

// C is cut off, and a client writes at ALL. (Hints are for lesson 3.)
const cut = plan(ring({ hints: false }))
  .at(1000)
  .cut('C', ['A', 'B'])

/** Writes at this moment, and reads ten seconds later. */
function writeAt(ms: number) {
  const played = run(
    cut
      .at(ms)
      .write('table 3', 'no nuts', { via: 'A', level: 'ALL' })
      .at(ms + 15_000)
      .read('table 3', { via: 'B', level: 'ONE' }),
  )
  return [answer(played, 'write 1'), answer(played, 'read 1')] as const
}

// At 1 s, A still believes that C is up. At 60 s it knows better.
const [early, earlyRead] = writeAt(1001)
const [late, lateRead] = writeAt(60_000)
console.log(`At 1 s: ${early}. A later read returns: ${earlyRead}.`)
console.log(`At 60 s: ${late}. A later read returns: ${lateRead}.`)

// #value
value('early', early)
value('earlyRead', earlyRead)
value('late', late)
value('lateRead', lateRead)
// #end

// Write at QUORUM instead of ALL. What does the client hear now?
