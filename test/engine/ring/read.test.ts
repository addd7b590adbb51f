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

  it('asks for no more than a digest when it is a digest that is late', () => {
    const late = cluster({ speculativeRetryMs: 50 }).at(0).write('k', 'v', { level: 'ALL', via: 'A' }).at(1000).pause('B').pause('C').read('k', { via: 'A', level: 'QUORUM' }).at(1200).resume('C') // prettier-ignore
    const { trace, history } = runOf(late)
    const asked = trace.flatMap((event) =>
      event.type === 'send' && event.name === 'read replica' ? [(event.args as { full: boolean }).full] : [],
    )
    expect(asked).toEqual([true, false, false])
    expect(history[1]).toMatchObject({ output: { value: 'v' } })
  })

  it('at EACH_QUORUM asks a majority of each datacentre and nobody beyond it', () => {
    const nodes = ['A', 'B', 'C', 'D', 'E', 'F'].map((id) => ({ id, datacentre: id < 'D' ? 'east' : 'west' }))
    const far = cluster({ nodes, replicas: { east: 3, west: 3 } }).at(0).write('k', 'v', { via: 'A', level: 'ALL' }).at(1000).read('k', { via: 'A', level: 'EACH_QUORUM' }) // prettier-ignore
    const { trace, history } = runOf(far)
    expect(trace.filter((event) => event.type === 'send' && event.name === 'read replica')).toHaveLength(4)
    expect(history[1]).toMatchObject({ output: { value: 'v' } })
  })

  it('has one timeout for all that it does, however many rounds that takes', () => {
    const twice = missed().at(10_000).pause('B').read('k', { via: 'A', level: 'ALL' }).at(14_000).resume('B')
    const again = runOf(twice.at(14_012).pause('B'))
    const gaveUp = again.trace.filter((event) => event.type === 'mark' && event.text === 'read timeout')
    expect(again.marks.get('digest mismatch')).toBe(1)
    expect(gaveUp.map(({ at }) => at - 10_000).every((ms) => ms >= 5_000 && ms < 5_050)).toBe(true)
    expect(gaveUp).toHaveLength(1)
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
