import { expect, test } from 'vitest'
import { plan, ring, run } from '#engine'

const rows = 1000
const rate = 1_000
const bytesAll = 6_000_000

/** How long B's repair takes, in milliseconds, on nodes that store `bytesAll` together in equal rows. */
function repairMs(nodes: readonly string[], only?: { readonly ranges: number }): number {
  const cluster = ring({
    nodes,
    hints: false,
    readRepair: 'NONE',
    background: rows,
    backgroundBytes: bytesAll / rows,
    validationBytesPerMs: rate,
  })
  const made = run(plan(cluster, { until: 600_000 }).at(1_000).repair('B'))
  const { call, return: end, output } = made.history.at(-1)!
  if (only !== undefined) expect(output).toMatchObject({ value: { ranges: only.ranges } })
  return end! - call
}

test('three validations at once share the rate of their node: together they take as long as one of everything', () => {
  // Five nodes with three copies: B stores three fifths, in three sessions with other neighbours.
  const three = repairMs(['A', 'B', 'C', 'D', 'E'], { ranges: 3 })
  const stored = (bytesAll * 3) / 5 / rate
  expect(three / stored).toBeGreaterThan(0.9)
  expect(three / stored).toBeLessThan(1.1)
  // Three nodes with three copies: one request asks for all, and there's nothing to share.
  const all = bytesAll / rate
  expect(repairMs(['A', 'B', 'C']) / all).toBeGreaterThan(0.9)
  expect(repairMs(['A', 'B', 'C']) / all).toBeLessThan(1.1)
})
