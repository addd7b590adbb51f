import { plan, ring, run, value } from 'engine'

/** 20 slips, each written over by another waiter 2 s later. */
function lost(offsetMs: (n: number) => number) {
  let evenings = 0
  for (let n = 0; n < 20; n++) {
    const clock = { offsetMs: offsetMs(n) }
    const clients = [{ id: 'Ann', clock }, { id: 'Ben' }]
    const level = 'ALL'
    const { history } = run(
      plan(ring({ nodes: ['A', 'B', 'C'] }), { clients })
        .at(10_000)
        .write('table 3', 'first', { via: 'A', by: 'Ann', level })
        .at(12_000)
        .write('table 3', 'second', { via: 'B', by: 'Ben', level })
        .at(15_000)
        .read('table 3', { via: 'C', level }),
    )
    const read = history.at(-1)?.output as { value: string }
    if (read.value === 'first') evenings++
  }
  return evenings
}

// One clock for all; then Ann’s is up to 5 s slow or fast.
const [one, own] = [lost(() => 0), lost((n) => (n % 11) * 1000 - 5000)]
console.log(`one clock: ${one} of 20 later slips lost`)
console.log(`a clock each: ${own} of 20`)
value('one', one)
value('own', own)

// Which of Ann’s clocks do the harm, the slow or the fast ones?
