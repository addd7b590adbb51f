import { answer, plan, ring, run, value } from 'engine'

/** Counts second writes that are lost. Ann's clock is off each time. */
function lost(offsetMs: (n: number) => number) {
  let count = 0
  for (let n = 0; n < 20; n++) {
    const clock = { offsetMs: offsetMs(n) }
    const clients = [{ id: 'Ann', clock }, { id: 'Ben' }]
    const level = 'ALL'
    const scenario = plan(ring({ nodes: ['A', 'B', 'C'] }), { clients })
      .at(10_000)
      .write('table 3', 'first', { via: 'A', by: 'Ann', level })
      .at(12_000)
      .write('table 3', 'second', { via: 'B', by: 'Ben', level })
      .at(15_000)
      .read('table 3', { via: 'C', level })
    if (answer(run(scenario), 'read 1') === 'first') count++
  }
  return count
}

// Both clocks are right; then Ann’s is up to 5 s slow or fast.
const sameClock = lost(() => 0)
const ownClocks = lost((n) => (n % 11) * 1000 - 5000)
console.log(`One clock: ${sameClock} of 20 later writes are lost.`)
console.log(`A clock each: ${ownClocks} of 20 are.`)

// #value
value('one', sameClock)
value('own', ownClocks)
// #end

// Which of Ann’s clocks do the harm, the slow or the fast ones?
