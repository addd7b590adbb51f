import { answer, plan, ring, run } from 'engine'

const hour = 3600 * 1000

// gc grace is 10 hours, and a repair reads for 3 of them. C can't reach
// the others when a row is deleted, right after the first repair began.
const rows = 1000
const readHours = 3
const cluster = ring({
  gcGraceSeconds: 10 * 3600,
  hints: false,
  readRepair: 'NONE',
  background: rows,
  backgroundBytes: (readHours * hour * 67_109) / rows,
  validationBytesPerMs: 67_109, // 64 MiB a second
})

/** Plays it with the next repair this many hours after the first one. */
function rowAtEnd(interval: number): string {
  const kitchen = plan(cluster, { until: 40 * hour })
    .at(0)
    .write('table 3', 'walnut cake', { via: 'A', level: 'ALL' })
    .at(hour)
    .repair('A')
    .at(hour + 60_000)
    .cut('C', ['A', 'B'])
    .at(hour + 120_000)
    .delete('table 3', { via: 'A', level: 'QUORUM' })
    .at(hour + 180_000)
    .mend('C', ['A', 'B'])
    .at((1 + interval) * hour)
    .repair('A')
    .at(30 * hour)
    .read('table 3', { via: 'C', level: 'ONE' })
  return answer(run(kitchen))
}
console.table(
  [5, 6, 7, 8, 9, 11].map((interval) => ({
    'hours between repairs': interval,
    'interval + duration': interval + readHours,
    'table 3 at C': rowAtEnd(interval),
  })),
)

// Make the repair read for 1 hour instead of 3. Which intervals hold now?
