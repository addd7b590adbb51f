import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plan, PlanError, run, shardOf, sharded, tokenOf, type Json, type Run, type Scenario, type System } from '#engine' // prettier-ignore
import { shardedOptions } from '#engine/sharded/options.ts'
import type { Disk } from '#engine/replica-set/state.ts'

function made(scenario: Scenario<System>): Run {
  const result = run(scenario, { record: 'trace' })
  if (result.error !== undefined) throw result.error
  return result
}

function answers({ history }: Run): (Json | undefined)[] {
  return history.map(({ output }) => output)
}

function keysOf({ final }: Run, node: string): string[] {
  const disk = final.get(node)!.disk as Disk
  return [...disk.contents.documents].map(([key]) => key)
}

const ranged = sharded({ key: 'ranged', splits: ['m'] })

describe('shardOf(options, key)', () => {
  it('follows the order of keys, or cuts the range of tokens evenly', () => {
    const byRange = shardedOptions({ key: 'ranged', splits: ['m'] })
    const byHash = shardedOptions({})
    fc.assert(
      fc.property(fc.string(), (key) => {
        expect(shardOf(byRange, key)).toBe(key < 'm' ? 'one' : 'two')
        expect(shardOf(byHash, key)).toBe(tokenOf(key) < 0n ? 'one' : 'two')
      }),
      { seed: 41, numRuns: 500 },
    )
  })

  it('needs one split less than shards, in order, and none for hashes', () => {
    expect(() => sharded({ key: 'ranged', splits: [] })).toThrow(PlanError)
    expect(() => sharded({ splits: ['m'] })).toThrow(/sharded.splits/)
    expect(() =>
      sharded({ key: 'ranged', splits: ['b', 'a'], shards: { x: ['A'], y: ['B'], z: ['C'] } }),
    ).toThrow(PlanError)
  })
})

describe('a sharded cluster', () => {
  it('keeps each key in the shard that owns it, whoever is asked', () => {
    const story = plan(ranged, { seed: 2 })
      .at(100)
      .write('cake', 'no nuts', { via: 'R' })
      .at(200)
      .write('tea', 'milk', { via: 'B' })
      .at(900)
      .read('cake', { via: 'E' })
      .read('tea', { via: 'R' })
    const result = made(story)
    expect(answers(result)).toEqual([{ ok: true }, { ok: true }, { value: 'no nuts' }, { value: 'milk' }])
    expect(['A', 'B', 'C'].map((node) => keysOf(result, node))).toEqual([['cake'], ['cake'], ['cake']])
    expect(['D', 'E', 'F'].map((node) => keysOf(result, node))).toEqual([['tea'], ['tea'], ['tea']])
  })

  it('asks both shards for what names no key, and one for what does', () => {
    const story = plan(ranged)
      .at(100)
      .write('cake', 'sweet', { via: 'R' })
      .write('tea', 'sweet', { via: 'R' })
      .write('soup', 'salty', { via: 'R' })
      .at(1000)
      .ask('find', { value: 'sweet' }, { via: 'R' })
    const result = made(story)
    expect(answers(result)[3]).toEqual({ value: ['cake', 'tea'] })
    expect(Object.fromEntries(result.marks)).toMatchObject({ 'asked one shard': 3, 'asked every shard': 1 })
    const asked = result.trace.filter((event) => event.type === 'receive' && event.name === 'find')
    expect(asked.map(({ node }) => node).sort()).toEqual(['A', 'D', 'R'])
  })

  it('goes on with one shard when the other has lost its majority', () => {
    const story = plan(sharded({ key: 'ranged', splits: ['m'], set: { clientSelectionMs: 5_000 } }), {
      until: 60_000,
    })
      .at(100)
      .crash('D')
      .crash('E')
      .at(15_000)
      .write('cake', 'yes', { via: 'R' })
      .write('tea', 'no', { via: 'R' })
    const [cake, tea] = made(story).history
    expect(cake!.output).toEqual({ ok: true })
    expect(cake!.return! - cake!.call).toBeLessThan(200)
    expect(tea!.return).toBeNull()
  })

  it('finds the new primary of a shard', () => {
    const story = plan(ranged, { until: 60_000 })
      .at(100)
      .write('cake', 'one', { via: 'R' })
      .at(1000)
      .crash('A')
      .at(20_000)
      .write('cake', 'two', { via: 'R' })
      .at(40_000)
      .read('cake', { via: 'R' })
    expect(answers(made(story))[2]).toEqual({ value: 'two' })
  })
})
