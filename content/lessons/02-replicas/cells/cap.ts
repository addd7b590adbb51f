import { plan, ring, run, value } from 'engine'
import type { Level } from 'engine'
import { line } from './lines'

// 20 ms between any two kitchens. Table 3's soup gets "no nuts".
const links = ['AB', 'AC', 'BC'].flatMap(([one = '', other = '']) =>
  line(one, other, 20),
)
const net = { latency: [2, 2] as const, links }
const start = plan(ring({ hints: false }), { net })
  .at(0)
  .write('table 3', 'soup', { via: 'A', level: 'ALL' })
const evenings = {
  'no line cut': start,
  'B cut off': start.at(1000).cut('B', ['A', 'C']),
}

/** What a cook is told who asks this kitchen at 5 s, after how long. */
function told(evening: typeof start, via: string, level: Level) {
  const asked = evening
    .at(3000)
    .write('table 3', 'no nuts', { via: 'A', level: 'QUORUM' })
    .at(5000)
    .read('table 3', { via, level })
  const read = run(asked).history.at(-1)
  if (!read || read.return === null) return ['no answer', 0] as const
  const answer = read.output as { value?: string; error?: string }
  const ms = read.return - read.call
  if (answer.error) return ['refused', ms] as const
  return [`${answer.value}, ${ms} ms`, ms] as const
}

const rows = (['A', 'B'] as const).flatMap((via) =>
  (['ONE', 'QUORUM'] as const).map((level) => {
    const row: Record<string, string> = { asked: `${via} at ${level}` }
    for (const [name, evening] of Object.entries(evenings)) {
      const [answer, ms] = told(evening, via, level)
      row[name] = answer
      value(`${via} ${level}, ${name}`, answer)
      value(`${via} ${level}, ${name}, ms`, ms)
    }
    return row
  }),
)
console.table(rows)

// Cut at 4,900, not at 1,000: B does not know yet. What is it worth?
