import { plan, ring, run } from 'engine'

const hour = 3600 * 1000
const day = 24 * hour

/** Walnut cake for day 14, cancelled on day 1 while B is silent. */
function dinner(repairDay: number, kitchens = ring()) {
  const party = plan(kitchens)
    .at(9 * hour)
    .write('table 3', 'walnut cake', { via: 'A', level: 'ALL' })
    .at(10 * hour)
    .crash('B')
    .at(day + 9 * hour)
    .delete('table 3', { via: 'A', level: 'QUORUM' })
    .at(5 * day + 9 * hour)
    .restart('B')
    .at(repairDay * day + 12 * hour)
    .repair('A')
    .at(14 * day + 18 * hour)
    .read('table 3', { via: 'A', level: 'ONE' })
  const { output } = run(party).history.at(-1) ?? {}
  return (output as { value: string | null }).value ?? 'nothing'
}

const sevenDays = ring({ gcGraceSeconds: 7 * 86_400 })
const notCompacted = ring({ compaction: 'manual' })
console.table(
  [6, 7, 8, 10, 11, 14].map((repairDay) => ({
    'repair on day': repairDay,
    'grace 10 days': dinner(repairDay),
    'grace 7 days': dinner(repairDay, sevenDays),
    'nothing compacted': dinner(repairDay, notCompacted),
  })),
)

// Try a gc grace of 0 days, and of 100. What does each cost?
