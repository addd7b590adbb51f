import { answer, plan, ring, run, value } from 'engine'
import type { Level } from 'engine'

// Every message takes 10 ms. Table 3's order changes at 3 s.
const net = { latency: [10, 10] as const }
const connected = plan(ring({ hints: false }), { net })
  .at(0)
  .write('table 3', 'soup', { via: 'A', level: 'ALL' })
const cutOff = connected.at(1000).cut('B', ['A', 'C'])

/** What a client who reads here at 5 s is told, and how soon. */
function readAt(scenario: typeof connected, via: string, level: Level) {
  const played = run(
    scenario
      .at(3000)
      .write('table 3', 'no nuts', { via: 'A', level: 'QUORUM' })
      .at(5000)
      .read('table 3', { via, level }),
  )
  const outcome = answer(played, 'read 1')
  const read = played.history.at(-1)
  const ms = (read?.return ?? 0) - (read?.call ?? 0)
  return outcome === 'refused' ? outcome : `${outcome}, ${ms} ms`
}

const levels = ['ONE', 'QUORUM'] as const
const rows = ['A', 'B'].flatMap((via) =>
  levels.map((level) => ({
    'read at 5 s': `${via} at ${level}`,
    'no partition': readAt(connected, via, level),
    'B cut off': readAt(cutOff, via, level),
  })),
)
console.table(rows)

// #value
for (const row of rows) {
  const read = row['read at 5 s']
  value(`${read}, no line cut`, row['no partition'])
  value(`${read}, B cut off`, row['B cut off'])
}
value('ONE', rows[2]?.['no partition'].split(', ')[1] ?? '')
value('QUORUM', rows[3]?.['no partition'].split(', ')[1] ?? '')
// #end

// Cut B off at 4,900 instead of 1,000. What do A and B know at 5 s?
