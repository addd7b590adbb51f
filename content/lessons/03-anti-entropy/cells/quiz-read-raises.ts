import { answer, plan, ring, run, value } from 'engine'

// The party of the lesson, and no repair at all. A client reads table 3 at QUORUM through B on day 9, or on day 12.
const hour = 3_600_000
const day = 24 * hour
function readOn(readDay: number, compaction: 'auto' | 'manual' = 'auto') {
  const party = run(
    plan(ring({ compaction }))
      .at(9 * hour)
      .write('table 3', 'walnut cake', { via: 'A', level: 'ALL' })
      .at(10 * hour)
      .crash('B')
      .at(day + 9 * hour)
      .delete('table 3', { via: 'A', level: 'QUORUM' })
      .at(5 * day + 9 * hour)
      .restart('B')
      .at(readDay * day + 12 * hour)
      .read('table 3', { via: 'B', level: 'QUORUM' })
      .at(14 * day + 18 * hour)
      .read('table 3', { via: 'B', level: 'ONE' }),
  )
  const [read, later] = [answer(party, 'read 1'), answer(party, 'read 2')]
  console.log(`day ${readDay}, compaction ${compaction}: the read returns ${read}; B on party day: ${later}`)
  return { read, later }
}
const early = readOn(9)
const late = readOn(12)
value('day 9', early.read)
value('day 9, later', early.later)
value('day 12', late.read)
value('day 12, not compacted', readOn(12, 'manual').read)
value('answer', late.read === 'walnut cake' ? 'cake' : 'nothing')
