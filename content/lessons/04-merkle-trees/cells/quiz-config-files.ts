import { value } from 'engine'

// 512 config files of 1 KB between two datacentres: 150 ms a round trip, 100 Mbit/s, one file differs. What's soonest?
const files = 512
const roundTripMs = 150
const sendMs = (bytes: number) => (bytes * 8) / 100_000
const depth = Math.log2(files)

// Each way ends with the one file that differs. Sending all the files needs no second trip.
const times = {
  list: 2 * roundTripMs + sendMs(32 * files + 1000),
  walk: (1 + depth + 1) * roundTripMs + sendMs(32 * (1 + 2 * depth) + 1000),
  files: roundTripMs + sendMs(1000 * files),
}
for (const [way, ms] of Object.entries(times)) console.log(`${way}: ${Math.round(ms)} ms`)
const soonest = Object.entries(times).sort(([, one], [, other]) => one - other)[0]?.[0] ?? ''
value('soonest', soonest)
value('listMs', Math.round(times.list))
value('descentMs', Math.round(times.walk))
value('filesMs', Math.round(times.files))
