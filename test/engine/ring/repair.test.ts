import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scenarioOf } from '#engine/core/registry.ts'
import type { Json } from '#engine/core/types.ts'
import type { RingSettings } from '#engine/ring/options.ts'
import { digestText } from '#engine/ring/partition.ts'
import { highestToken, lowestToken } from '#engine/token/token.ts'
import { answers, cluster, held, keysOf, marks, runOf } from './ring.ts'

/** The first range of A is all but the whole ring. */
const together = {
  A: [String(highestToken)],
  B: [String(lowestToken + 1n)],
  C: [String(lowestToken + 2n)],
}

/** 40 keys everywhere, then one more that B misses. */
function oneMissing(settings = {}) {
  let scenario = cluster(settings).at(0)
  for (let index = 0; index < 40; index++)
    scenario = scenario.write(`k${index}`, 'v', { via: 'A', level: 'ALL' })
  return scenario.at(1000).cut('B', ['A', 'C']).at(2000).write('table 3', 'no nuts', { via: 'A', level: 'QUORUM' }).at(5000).mend().at(8000) // prettier-ignore
}

function tallyOf(scenario: ReturnType<typeof cluster>): { readonly [name: string]: number } {
  return (answers(scenario).at(-1) as { value: { [name: string]: number } }).value
}

describe('repair', () => {
  it('brings every replica what it missed', () => {
    const run = runOf(oneMissing().repair('A'))
    expect(keysOf(run, 'B')).toEqual(keysOf(run, 'A'))
    expect(keysOf(run, 'B')).toContain('table 3')
  })

  it('builds a tree on every replica, compares every pair, and streams only where they differ', () => {
    const tally = tallyOf(oneMissing().repair('A'))
    expect(tally).toMatchObject({ ranges: 3, trees: 9, pairs: 9, differingPairs: 2, differingRanges: 2 })
    expect(tallyOf(oneMissing().repair('A').at(20_000).repair('A'))).toMatchObject({
      differingPairs: 0,
      partitions: 0,
    })
  })

  it('streams whole leaves, both ways, from both good replicas: the coarser the tree, the more that was there already', () => {
    const moved = (depth: number) => tallyOf(oneMissing().repair('A', { depth }))['partitions']!
    // One partition alone in its leaf: it goes to B from A and from C.
    expect(moved(12)).toBe(2)
    const inRange = tallyOf(oneMissing().repair('A', { depth: 0 }))['partitions']!
    expect(moved(0)).toBe(inRange)
    // n of the good ones, n - 1 of the stale one, twice: 2 (2n - 1).
    expect(inRange % 4).toBe(2)
    expect(inRange).toBeGreaterThan(20)
    expect(moved(3)).toBeLessThan(inRange)
  })

  it('covers every range of the node, or only those it is the first replica of, or one subrange', () => {
    expect(tallyOf(oneMissing().repair('A', { ranges: 'primary' }))).toMatchObject({ ranges: 1, trees: 3 })
    const range = { left: '0', right: '1000' }
    expect(tallyOf(oneMissing().repair('A', { range }))).toMatchObject({ ranges: 1, differingPairs: 0 })
  })

  it('fails when a replica is down', () => {
    const down = oneMissing().crash('C').at(12_000).repair('A')
    expect(answers(down).at(-1)).toMatchObject({ error: 'unavailable' })
    expect(marks(down)['repair failed']).toBe(1)
  })

  it('refuses a subrange that does not lie inside one range of its own', () => {
    const whole = { left: String(lowestToken), right: String(lowestToken) }
    const asked = (replicas: number) => answers(oneMissing({ replicas }).repair('A', { range: whole })).at(-1)
    expect(asked(3)).toMatchObject({ error: 'imprecise' })
    expect(asked(2)).toMatchObject({ error: 'imprecise' })
  })

  it.each<[why: string, asked: { readonly [name: string]: Json }]>([
    ['Cannot combine -dc and -hosts options.', { hosts: ['A', 'B'], datacentres: ['dc1'] }],
    ['You need to run primary range repair on all nodes', { hosts: ['A', 'B'], ranges: 'primary' }],
    ['Pull repair can only be performed between two hosts.', { pull: true }],
    // What's wrong with the options is said before anybody looks for the hosts. (RepairOption.parse)
    ['Token ranges must be specified', { pull: true, hosts: ['B', 'C'] }],
    ['Unknown host specified Z', { hosts: ['A', 'Z'] }],
    ['The current host must be part of the repair', { hosts: ['B', 'C'] }],
    ['Specified hosts [A] do not share range', { hosts: ['A'] }],
    ['The local data center must be part of the repair', { datacentres: ['nowhere'] }],
  ])('is refused as Cassandra refuses it: %s', (why, asked) => {
    const refusal = answers(cluster().at(15_000).repair('A', asked)).at(-1)
    expect(refusal).toMatchObject({ error: 'refused', why: expect.stringContaining(why) as string })
  })

  it('fails when a stream fails', () => {
    const failed = oneMissing({ clientTimeoutMs: 1_000_000 })
      .drop('B>A stream#1')
      .drop('A>B stream#1')
      .repair('A')
      .at(700_000)
      .read('table 3')
    const told = runOf(failed).trace.flatMap((event) => (event.type === 'return' ? [event.value] : []))
    const why = expect.stringContaining('stream') as string
    expect(told).toContainEqual(expect.objectContaining({ error: 'failed', why }))
    expect(marks(failed)['repair failed']).toBe(1)
    expect(marks(failed)['repair finished']).toBeUndefined()
  })

  it('takes equal values with different timestamps for a difference', () => {
    const stamps = cluster({ readRepair: 'NONE' })
      .at(0)
      .cut('A', 'B')
      .cut('A', 'C')
      .write('k', 'v', { via: 'A', level: 'ONE', timestamp: 1 })
      .write('k', 'v', { via: 'B', level: 'ONE', timestamp: 2 })
      .at(3000)
      .mend()
      .at(6000)
      .repair('A')
    expect(tallyOf(stamps)).toMatchObject({ differingPairs: 2 })
  })

  it('makes healed replicas equal, whatever each had missed', () => {
    const write = fc.record({
      key: fc.constantFrom('a', 'b', 'c', 'd'),
      value: fc.constantFrom<Json>('x', 'y', 5, null),
      only: fc.constantFrom('A', 'B', 'C'),
      kind: fc.constantFrom('write', 'delete'),
    })
    fc.assert(
      fc.property(fc.array(write, { minLength: 1, maxLength: 12 }), fc.nat(1000), (writes, seed) => {
        let scenario = cluster({}, { seed }).at(0).cut('A', ['B', 'C']).cut('B', 'C')
        writes.forEach(({ key, value, only, kind }, index) => {
          const at = scenario.at(10 + index)
          const asking = { via: only, level: 'ONE' } as const
          scenario = kind === 'write' ? at.write(key, value, asking) : at.delete(key, asking)
        })
        const run = runOf(scenario.at(3000).mend().at(6000).repair('B').at(9000), 'none')
        const texts = ['A', 'B', 'C'].map((node) => held(run, node).map(digestText).sort())
        expect(texts[1]).toEqual(texts[0])
        expect(texts[2]).toEqual(texts[0])
      }),
      { seed: 4, numRuns: 60 },
    )
  })

  it('over a background of equal data counts what it would count had all of it been written', () => {
    const slips = 60
    const lateFor = (settings: RingSettings, written: number, depth: number) => {
      let scenario = cluster({ ...settings, tokens: together }).at(0)
      for (let index = 0; index < written; index++) {
        scenario = scenario.write(`slip ${index}`, 'an order', { via: 'A', level: 'ALL', timestamp: 1 })
      }
      const missed = scenario
        .at(1000)
        .cut('B', ['A', 'C'])
        .at(2000)
        .write('table 3', 'no nuts', { via: 'A', level: 'QUORUM' })
      const changed = missed.write('slip 7', 'another order', { via: 'A', level: 'QUORUM' })
      return tallyOf(changed.at(5000).mend().at(8000).repair('A', { ranges: 'primary', depth }))
    }
    for (const depth of [0, 3, 5]) {
      const { bytes, readBytes, ...counts } = lateFor({}, slips, depth)
      expect(lateFor({ background: slips }, 0, depth)).toMatchObject(counts)
      expect(bytes).toBeGreaterThan(0)
      expect(readBytes).toBeGreaterThan(0)
    }
  })

  it('has a background that can be overwritten, but not deleted, given a time to live, or wiped', () => {
    const asked = cluster({ background: 10 })
      .at(0)
      .write('slip 3', 'changed')
      .delete('slip 4')
      .write('slip 5', 'short', { ttl: 5 })
    const refused = { error: expect.stringContaining('background') as string }
    expect(answers(asked)).toEqual([{ ok: true }, refused, refused])
    const wiped = cluster({ background: 10 }).at(0).crash('B', 'wipe').plan
    expect(() => scenarioOf(wiped)).toThrow(/background/)
    expect(() => scenarioOf({ ...wiped, faults: [] })).not.toThrow()
  })

  it('moves a whole leaf from each good replica, and back, to deliver one partition', () => {
    const moved = (depth: number) =>
      tallyOf(
        cluster({ background: 40_000, tokens: together })
          .at(0)
          .cut('B', ['A', 'C'])
          .at(500)
          .write('table 3', 'no nuts', { via: 'A', level: 'QUORUM' })
          .at(4000)
          .mend()
          .at(6000)
          .repair('A', { ranges: 'primary', depth }),
      )['partitions']!
    // n partitions lie in the leaf of the one that B misses: n + (n - 1) on each of two pairs, 2 (2n - 1) in all.
    const inLeaf = (depth: number) => (moved(depth) / 2 + 1) / 2
    expect(inLeaf(10)).toBeGreaterThan(20)
    expect(inLeaf(10)).toBeLessThan(60)
    expect(inLeaf(15)).toBeLessThan(5)
    expect(Number.isInteger(inLeaf(10)) && Number.isInteger(inLeaf(15))).toBe(true)
  })
})
