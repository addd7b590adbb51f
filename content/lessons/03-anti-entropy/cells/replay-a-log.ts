import { answer, plan, ring, run, value } from 'engine'

const hour = 3600 * 1000

/** B misses one write, and A logs a hint for it. Does B get it? */
function replay(hoursDown: number, whileDown: 'nothing' | 'A dies') {
  const written = plan(ring())
    .at(0)
    .crash('B')
    .at(hoursDown * hour - hour / 2)
    .write('table 3', 'no nuts', { via: 'A', level: 'QUORUM' })
    .at(hoursDown * hour - 60_000)
  const lost = whileDown === 'nothing' ? written : written.crash('A')
  const later = lost
    .at(hoursDown * hour)
    .restart('B')
    .at((hoursDown + 1) * hour)
  return answer(run(later.read('table 3', { via: 'B', level: 'ONE' })))
}

const rows = [
  { 'B was down': '1 h', A: 'runs', 'B reads': replay(1, 'nothing') },
  { 'B was down': '6 h', A: 'runs', 'B reads': replay(6, 'nothing') },
  { 'B was down': '1 h', A: 'dies', 'B reads': replay(1, 'A dies') },
]
console.table(rows)
// #value
value('kept', replay(1, 'nothing'))
value('cut', replay(6, 'nothing'))
value('lost', replay(1, 'A dies'))
// #end

// Write through C instead of A: in which row does B read 'no nuts' now?
