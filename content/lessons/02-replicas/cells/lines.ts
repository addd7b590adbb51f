/** A link between two nodes that takes this many milliseconds each way. */
export const line = (one: string, other: string, ms: number) => [
  { from: one, to: other, latency: [ms, ms] as const },
  { from: other, to: one, latency: [ms, ms] as const },
]

console.log('A to B at 20 ms:', JSON.stringify(line('A', 'B', 20)))
