import { plan, ring, run, value } from 'engine'
import type { Level } from 'engine'

// Nothing fails and every clock is right; A's lines are slow, that is all.
const slow = [
  { from: 'A', to: 'B', latency: [100, 100] as const },
  { from: 'A', to: 'C', latency: [100, 100] as const },
]

/** The slip is written through A. As soon as that is confirmed, B is asked. */
function ask(write: Level, read: Level) {
  const net = { latency: [10, 10] as const, links: slow }
  const evening = plan(ring(), { net })
  const written = evening
    .at(0)
    .write('table 3', 'no nuts', { via: 'A', level: write })
  const confirmed = run(written).history[0]?.return ?? 0
  const asked = written
    .at(confirmed + 1)
    .read('table 3', { via: 'B', level: read })
  const answer = run(asked).history[1]
  const waited = confirmed + (answer?.return ?? 0) - (answer?.call ?? 0)
  const told = (answer?.output as { value: string | null }).value
  console.log(
    `write ${write}, read ${read}: ${told}, after ${waited} ms of waiting`,
  )
  value(`${write} ${read}`, told ?? 'no slip')
  value(`${write} ${read} ms`, waited)
}

ask('ONE', 'ONE')
ask('ONE', 'ALL')
ask('QUORUM', 'QUORUM')
ask('ALL', 'ONE')

// Ask 100 ms later instead. Is ONE and ONE right now, or was it luck?
