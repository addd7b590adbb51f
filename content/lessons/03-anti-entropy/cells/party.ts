import { answer, plan, ring, run } from 'engine'

const hour = 3600 * 1000
const day = 24 * hour

/** B is down from day 0 to day 5 and misses the delete on day 1. */
function dinner(repairDay: number, cluster = ring()) {
  const party = plan(cluster)
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
  return answer(run(party))
}

const sevenDays = ring({ gcGraceSeconds: 7 * 86_400 })
const notCompacted = ring({ compaction: 'manual' })
console.table(
  [6, 7, 8, 10, 11, 14].map((repairDay) => ({
    'repair on day': repairDay,
    'gc grace 10 days': dinner(repairDay),
    'gc grace 7 days': dinner(repairDay, sevenDays),
    'no compaction': dinner(repairDay, notCompacted),
  })),
)

// Change the 7 in sevenDays to 0, then to 100. What does each cost?
