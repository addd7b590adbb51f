import { describe, expect, it } from 'vitest'
import { answers, cluster, keysOf, marks, runOf } from './ring.ts'

/** B misses a write at QUORUM; hints are off. */
const missed = (settings = {}) =>
  cluster(settings)
    .at(0)
    .cut('B', ['A', 'C'])
    .at(500)
    .write('k', 'v', { via: 'A', level: 'QUORUM' })
    .at(4000)
    .mend()
    .at(6000)

describe('a read', () => {
  it('at ONE may be stale; at QUORUM it meets the write', () => {
    expect(answers(missed().read('k', { via: 'B', level: 'ONE' }))[1]).toEqual({ value: null })
    expect(answers(missed().read('k', { via: 'B', level: 'QUORUM' }))[1]).toEqual({ value: 'v' })
  })

  it('asks one replica for the data and as many more as the level needs for a digest', () => {
    const run = runOf(missed().read('k', { via: 'A', level: 'QUORUM' }))
    const asked = run.trace.flatMap((event) =>
      event.type === 'send' && event.name === 'read replica' ? [(event.args as { full: boolean }).full] : [],
    )
    expect(asked.slice(0, 2)).toEqual([true, false])
    const all = runOf(missed().read('k', { via: 'A', level: 'ALL' }))
    expect(all.trace.filter(({ type, ...event }) => type === 'send' && 'name' in event && event.name === 'read replica').length).toBeGreaterThan(asked.length) // prettier-ignore
  })

  it('repairs the stale replica before it answers', () => {
    const twice = missed().read('k', { via: 'B', level: 'QUORUM' })
    expect(keysOf(runOf(twice), 'B')).toEqual(['k'])
    expect(marks(twice)).toMatchObject({ 'digest mismatch': 1, 'read repair': 1 })
    expect(answers(twice.at(7000).read('k', { via: 'B', level: 'ONE' })).at(-1)).toEqual({ value: 'v' })
  })

  it('with read repair NONE answers right and leaves the replica stale', () => {
    const once = missed({ readRepair: 'NONE' }).read('k', { via: 'B', level: 'QUORUM' })
    expect(answers(once)[1]).toEqual({ value: 'v' })
    expect(keysOf(runOf(once), 'B')).toEqual([])
  })

  it('asks one more replica when an answer is late', () => {
    const slow = (speculativeRetryMs: number) =>
      cluster({ speculativeRetryMs }).at(0).write('k', 'v', { level: 'ALL', via: 'A' }).at(1000).pause('C').read('k', { via: 'A', level: 'QUORUM' }) // prettier-ignore
    const retried = runOf(slow(50))
    expect(retried.marks.get('speculative retry')).toBe(1)
    expect(retried.history[1]).toMatchObject({ output: { value: 'v' } })
    expect(retried.history[1]!.return! - 1000).toBeLessThan(150)
    expect(runOf(slow(0)).history[1]!.return).toBeNull()
  })

  it('at EACH_QUORUM does not ask one more', () => {
    const nodes = ['A', 'B', 'C'].map((id) => ({ id, datacentre: 'east' }))
    const slow = (level: 'QUORUM' | 'EACH_QUORUM') =>
      cluster({ nodes, replicas: { east: 3 } }).at(0).write('k', 'v', { level: 'ALL', via: 'A' }).at(1000).pause('C').pause('B').at(1050).resume('B').read('k', { via: 'A', level }).at(1400).resume('C') // prettier-ignore
    const retried = (level: 'QUORUM' | 'EACH_QUORUM') => marks(slow(level).at(1400))['speculative retry'] ?? 0
    expect(retried('QUORUM') + retried('EACH_QUORUM')).toBe(1)
    expect(retried('EACH_QUORUM')).toBe(0)
  })

  it('is content when what differed was purged between its two rounds', () => {
    const gone = cluster({ gcGraceSeconds: 1, oracleMs: 60_000 }, { net: { latency: [8, 8] } })
      .at(500)
      .cut('A', ['B', 'C'])
      .delete('k', { via: 'A', level: 'ONE' })
      .at(1000)
      .mend()
      .at(1985)
      .read('k', { via: 'A', level: 'ALL' })
    expect(marks(gone)['digest mismatch']).toBe(1)
    expect(answers(gone).at(-1)).toEqual({ value: null })
  })

  it('is unavailable or times out, which are two things', () => {
    const down = cluster().at(0).crash('B').crash('C')
    expect(answers(down.at(2000).read('k', { via: 'A', level: 'QUORUM' }))[0]).toMatchObject({ error: 'unavailable', alive: 1 }) // prettier-ignore
    const early = runOf(down.at(100).read('k', { via: 'A', level: 'QUORUM' }))
    expect(early.history[0]).toMatchObject({ output: undefined, return: null })
    expect(early.marks.get('read timeout')).toBe(1)
  })
})
