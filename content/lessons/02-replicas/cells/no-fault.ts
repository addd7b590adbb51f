import { plan, ring, run, value } from 'engine'
import type { Level } from 'engine'
import { line } from './lines'

// Nothing fails, and every clock is right. A's lines are slow.
const links = [...line('A', 'B', 100), ...line('A', 'C', 100)]
const kitchens = plan(ring(), { net: { latency: [10, 10], links } })

/** A takes the slip. As soon as it is confirmed, somebody asks B. */
function ask(w: Level, r: Level) {
  const written = kitchens
    .at(0)
    .write('table 3', 'no nuts', { via: 'A', level: w })
  const confirmed = run(written).history[0]?.return ?? 0
  const asked = written
    .at(confirmed + 1)
    .read('table 3', { via: 'B', level: r })
  const read = run(asked).history[1]
  const waited = confirmed + (read?.return ?? 0) - (read?.call ?? 0)
  const told =
    (read?.output as { value: string | null }).value ?? 'no slip'
  console.log(
    `write ${w}, read ${r}: ${told}, ${waited} ms waited in all`,
  )
  value(`${w} ${r}`, told)
  value(`${w} ${r} ms`, waited)
}

ask('ONE', 'ONE')
ask('ONE', 'ALL')
ask('QUORUM', 'QUORUM')
ask('ALL', 'ONE')

// Ask 100 ms later. Is ONE and ONE right now, or is it lucky?
