import { answer, plan, ring, run, value } from 'engine'
import type { Level } from 'engine'
import { line } from './lines'

// Nothing fails and every clock is right, but A's links are slow.
const links = [...line('A', 'B', 100), ...line('A', 'C', 100)]
const calm = plan(ring(), { net: { latency: [10, 10], links } })

// #setup
/** Writes through A, and reads through B once that's acknowledged. */
function writeThenRead(w: Level, r: Level) {
  const written = calm
    .at(0)
    .write('table 3', 'no nuts', { via: 'A', level: w })
  const acknowledgedMs = run(written).history[0]?.return ?? 0
  const played = run(
    written
      .at(acknowledgedMs + 1)
      .read('table 3', { via: 'B', level: r }),
  )
  const read = played.history[1]
  const waitedMs =
    acknowledgedMs + (read?.return ?? 0) - (read?.call ?? 0)
  const outcome = answer(played, 'read 1')
  console.log(`Write ${w}, read ${r}: ${outcome}, after ${waitedMs} ms`)
  value(`${w} ${r}`, outcome)
  value(`${w} ${r} ms`, waitedMs)
}
// #end

writeThenRead('ONE', 'ONE')
writeThenRead('ONE', 'ALL')
writeThenRead('QUORUM', 'QUORUM')
writeThenRead('ALL', 'ONE')

// Read 100 ms later. Are ONE and ONE right now, or lucky?
