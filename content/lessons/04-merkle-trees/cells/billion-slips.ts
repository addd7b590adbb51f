import { value } from 'engine'

// 2³⁰ rows of 1,000 bytes, one of which differs; 40 ms a round trip, 100 Mbit/s.
const depth = 30
const rows = 2 ** depth
const roundTripMs = 40
const bitsPerSecond = 100e6

/** How long these bytes take on the link, waiting included, in seconds. */
const seconds = (bytes: number, roundTrips: number) =>
  (roundTrips * roundTripMs) / 1000 + (bytes * 8) / bitsPerSecond

const ways = {
  copy: { bytes: 1000 * rows, trips: 1 },
  tree: { bytes: 32 * (2 * rows - 1), trips: 1 },
  list: { bytes: 32 * rows, trips: 1 },
  // The root, then two hashes at each level below it, each level in one round trip.
  descent: { bytes: 32 * (1 + 2 * depth), trips: 1 + depth },
}
value('slips', rows)
for (const [way, { bytes, trips }] of Object.entries(ways)) {
  const time = seconds(bytes, trips)
  console.log(
    `${way}: ${bytes} bytes, ${trips} trips, ${time.toFixed(2)} s`,
  )
  value(`${way} bytes`, bytes)
  value(`${way} gigabytes`, bytes / 1e9)
  value(`${way} trips`, trips)
  value(`${way} seconds`, time)
  value(`${way} minutes`, time / 60)
  value(`${way} hours`, time / 3600)
}
