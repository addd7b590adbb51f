import { plan, ring, run, value } from 'engine'

const lines = [
  { from: 'A', to: 'B', latency: [20, 20] as const },
  { from: 'A', to: 'C', latency: [150, 150] as const }, // C is far away
]

/** How long the waiter at A waits until a write is confirmed. */
function waits(level: 'ONE' | 'QUORUM' | 'ALL', isSilent: boolean) {
  let evening = plan(ring({ hints: false }), { net: { links: lines } })
  if (isSilent) evening = evening.at(0).cut('C', ['A', 'B'])
  const night = evening
    .at(500)
    .write('table 3', 'no nuts', { via: 'A', level })
  const [write] = run(night).history
  if (!write || write.return === null) return 'no answer'
  const error = (write.output as { error?: string }).error
  return error ?? `${write.return - write.call} ms`
}

for (const level of ['ONE', 'QUORUM', 'ALL'] as const) {
  const [near, cut] = [waits(level, false), waits(level, true)]
  console.log(level.padEnd(8), near.padEnd(9), 'C silent:', cut)
  value(level, near)
  value(`${level}, C silent`, cut)
}

// Cut B off as well. Which level still answers? Should it?
