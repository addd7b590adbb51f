import { describe, expect, it } from 'vitest'
import { plan, ring, run, tokenOf } from '#engine'

/**
 * A million partitions at depth 15 are 30.5 in a leaf. Here 732 in three ranges at depth 3 are as many; and as many to
 * a leaf as a million have at depth 20, 0.95, at depth 8.
 */
const partitions = 732
const keys = Array.from({ length: partitions }, (_, index) => `slip ${index}`)

/** Which of the 3 x 8 leaves a key falls into. */
function leafOf(key: string): number {
  return Number(((tokenOf(key) + 2n ** 63n) * 24n) >> 64n)
}

/** All keys of one leaf. */
function leafMates(key: string): readonly string[] {
  return keys.filter((other) => leafOf(other) === leafOf(key))
}

const missed = keys.find((key) => leafMates(key).length === 31) ?? ''

/** All slips written everywhere but for one that B missed; then a repair at this depth. What it counted. */
function repairAt(depth: number) {
  const system = ring({ hints: false, readRepair: 'NONE' })
  const calm = plan(system)
    .at(2000)
    .cut('B', ['A', 'C'])
    .write(missed, 'no nuts', { via: 'A', level: 'QUORUM' })
    .at(5000)
    .mend()
    .at(8000)
    .repair('A', { depth })
  const others = keys.filter((key) => key !== missed)
  const ops = others.map((key, index) => ({
    id: key,
    at: index,
    client: 'client',
    coordinator: 'A',
    do: 'write',
    args: { key, value: 'as ordered', level: 'ALL' },
  }))
  const repaired = run({ system, plan: { ...calm.plan, ops: [...ops, ...calm.plan.ops] } })
  const { output } = repaired.history.at(-1) ?? {}
  return (output as { value: { partitions: number; differingPairs: number } }).value
}

describe('over-streaming: one slip is missing at one of three copies', () => {
  it('moves 122 partitions for one when a leaf holds 31', () => {
    expect(leafMates(missed)).toHaveLength(31)
    // Both good copies send 31 to B and take 30 back: 2 x (31 + 30).
    expect(repairAt(3)).toMatchObject({ partitions: 122, differingPairs: 2 })
  })

  it('moves little more than the one when there are as many leaves as partitions', () => {
    expect(repairAt(8).partitions).toBeLessThanOrEqual(6)
  })
})
