import { plan, ring, run, value } from 'engine'
import type { Level } from 'engine'

// Every message takes 10 ms. A and C change table 3's soup.
const net = { latency: [10, 10] as const }
const whole = plan(ring({ hints: false }), { net })
  .at(0)
  .write('table 3', 'soup', { via: 'A', level: 'ALL' })
const cut = whole.at(1000).cut('B', ['A', 'C'])

/** What a cook is told who asks this kitchen at 5 s, and how soon. */
function told(evening: typeof whole, via: string, level: Level) {
  const asked = evening
    .at(3000)
    .write('table 3', 'no nuts', { via: 'A', level: 'QUORUM' })
    .at(5000)
    .read('table 3', { via, level })
  const read = run(asked).history.at(-1)
  if (!read || read.return === null) return 'no answer'
  const answer = read.output as { value?: string; error?: string }
  if (answer.error) return 'refused'
  return `${answer.value}, ${read.return - read.call} ms`
}

const levels = ['ONE', 'QUORUM'] as const
const rows = ['A', 'B'].flatMap((via) =>
  levels.map((level) => ({
    'asked at 5 s': `${via} at ${level}`,
    'no line cut': told(whole, via, level),
    'B cut off': told(cut, via, level),
  })),
)
console.table(rows)
for (const row of rows) {
  const asked = row['asked at 5 s']
  value(`${asked}, no line cut`, row['no line cut'])
  value(`${asked}, B cut off`, row['B cut off'])
}
value('ONE', rows[2]?.['no line cut'].split(', ')[1] ?? '')
value('QUORUM', rows[3]?.['no line cut'].split(', ')[1] ?? '')

// Cut at 4,900 and not at 1,000: what does B know at 5 s? And A?
