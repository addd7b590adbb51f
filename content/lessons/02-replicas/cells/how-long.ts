import { answer, plan, ring, run, value } from 'engine'
import { line } from './lines'

// B is 20 ms from A, and C is 150 ms away. line() makes a link that
// takes this long each way. A latency is the least and the most, in ms.
// #setup
const links = [...line('A', 'B', 20), ...line('A', 'C', 150)]
const net = { latency: [2, 2] as const, links }
// Hints are the subject of lesson 3.
const connected = plan(ring({ hints: false }), { net })
const cutOff = connected.at(0).cut('C', ['A', 'B'])
// #end

/** How long a client next to A waits for an acknowledgement. */
function waitFor(level: 'ONE' | 'QUORUM' | 'ALL', isCut: boolean) {
  const scenario = (isCut ? cutOff : connected)
    .at(500)
    .write('table 3', 'no nuts', { via: 'A', level })
  const played = run(scenario)
  const outcome = answer(played, 'write 1')
  const [write] = played.history
  const ms = (write?.return ?? 0) - (write?.call ?? 0)
  return outcome === 'acknowledged' ? `${ms} ms` : outcome
}

for (const level of ['ONE', 'QUORUM', 'ALL'] as const) {
  const [normal, withoutC] = [
    waitFor(level, false),
    waitFor(level, true),
  ]
  console.log(`${level}: ${normal}; while C is cut off: ${withoutC}`)
  value(level, normal)
  value(`${level}, without C`, withoutC)
}

// Cut B off as well. Which level still answers, and should it?
