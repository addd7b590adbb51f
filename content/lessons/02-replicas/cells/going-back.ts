import { answer, monotonicReads, plan, ring, run, value } from 'engine'

// B is cut off while table 3 changes. Then one client reads twice.
// Hints and read repair are off: nothing brings B up to date.
const cut = plan(ring({ hints: false, readRepair: 'NONE' }))
  .at(1000)
  .cut('B', ['A', 'C'])
  .at(3000)
  .write('table 3', 'no nuts', { via: 'A', by: 'me', level: 'QUORUM' })

/** Reads at A and then at B, as an app behind a load balancer may. */
const twice = (level: 'ONE' | 'QUORUM') =>
  run(
    cut
      .at(20_000)
      .mend()
      .at(40_000)
      .read('table 3', { via: 'A', by: 'me', level })
      .at(41_000)
      .read('table 3', { via: 'B', by: 'me', level }),
  )

for (const level of ['ONE', 'QUORUM'] as const) {
  const played = twice(level)
  const [first, second] = ['read 1', 'read 2'].map((id) =>
    answer(played, id),
  )
  const verdict = monotonicReads(played).result
  console.log(`${level}: ${first}, then ${second}: ${verdict}`)
  value(level, verdict)
}

// Send both reads to A at level ONE. Does the check hold now?
