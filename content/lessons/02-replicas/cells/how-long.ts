import { plan, ring, run, value } from 'engine'
import { line } from './lines'

// C is far away. (Hints are for lesson 3.)
const links = [...line('A', 'B', 20), ...line('A', 'C', 150)]
const kitchens = plan(ring({ hints: false }), {
  net: { latency: [2, 2], links },
})

/** How long the waiter at A waits until a write is confirmed. */
function waits(level: 'ONE' | 'QUORUM' | 'ALL', isSilent: boolean) {
  const evening = isSilent
    ? kitchens.at(0).cut('C', ['A', 'B'])
    : kitchens
  const night = evening
    .at(500)
    .write('table 3', 'no nuts', { via: 'A', level })
  const [write] = run(night).history
  if (!write || write.return === null) return 'no answer'
  if (JSON.stringify(write.output) !== '{"ok":true}') return 'refused'
  return `${write.return - write.call} ms`
}

for (const level of ['ONE', 'QUORUM', 'ALL'] as const) {
  const [all, two] = [waits(level, false), waits(level, true)]
  console.log(level.padEnd(8), all.padEnd(8), 'C silent:', two)
  value(level, all)
  value(`${level}, C silent`, two)
}

// Cut B off as well. Which level still answers? Should it?
