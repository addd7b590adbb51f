import { describe, expect, it } from 'vitest'
import { answers, cluster, keysOf, marks, runOf } from './ring.ts'

describe('the commit log', () => {
  const powerCut = (commitLog: 'periodic' | 'batch', at: number) =>
    cluster({ commitLog })
      .at(100)
      .write('k', 'v', { via: 'A', level: 'QUORUM' })
      .at(at)
      .crash('A', 'lose-unsynced')
      .crash('B', 'lose-unsynced')
      .crash('C', 'lose-unsynced')
      .at(at + 100)
      .restart('A')
      .restart('B')
      .restart('C')
      .at(at + 3000)
      .read('k', { via: 'A', level: 'ALL' })

  it('is synced every ten seconds: a power cut before that loses an acknowledged quorum write', () => {
    expect(answers(powerCut('periodic', 5000))).toEqual([{ ok: true }, { value: null }])
    expect(answers(powerCut('periodic', 10_100))).toEqual([{ ok: true }, { value: 'v' }])
  })

  it('in batch mode is synced before the answer', () => {
    expect(answers(powerCut('batch', 5000))).toEqual([{ ok: true }, { value: 'v' }])
  })

  it('survives a crash of the process whole', () => {
    const crash = cluster()
      .at(0)
      .write('k', 'v', { via: 'A', level: 'ALL' })
      .at(500)
      .crash('B', 'keep')
      .at(600)
      .restart('B')
    expect(keysOf(runOf(crash), 'B')).toEqual(['k'])
  })
})

const day = 24 * 3600 * 1000

/** B is down while a key is deleted, comes back after gc grace and a compaction, and is read from at ALL. */
const zombie = (backAtDays: number, settings = {}) =>
  cluster({ hints: true, ...settings })
    .at(0)
    .write('table 3', 'walnut cake', { via: 'A', level: 'ALL' })
    .at(10_000)
    .crash('B')
    .at(20_000)
    .delete('table 3', { via: 'A', level: 'QUORUM' })
    .at(backAtDays * day)
    .restart('B')

describe('tombstones', () => {
  it('are purged by the compaction after gc grace', () => {
    const long = zombie(11).at(11 * day + 60_000)
    const run = runOf(long.read('table 3', { via: 'A', level: 'ONE' }))
    expect(run.marks.get('tombstone purged')).toBe(2)
    expect(keysOf(run, 'A')).toEqual([])
  })

  it('are kept until then', () => {
    const short = runOf(zombie(9))
    expect(short.marks.get('tombstone purged')).toBeUndefined()
    expect(keysOf(short, 'A')).toEqual(['table 3'])
  })

  it('too late: the deleted order rises again, at real durations and in few events', () => {
    const risen = zombie(11, { hints: false }).at(11 * day + 60_000).read('table 3', { via: 'B', level: 'ALL' }).at(11 * day + 120_000).read('table 3', { via: 'C', level: 'ONE' }) // prettier-ignore
    const run = runOf(risen, 'states')
    expect(run.history.at(-1)!.output).toEqual({ value: 'walnut cake' })
    expect(run.counters.events).toBeLessThan(2_000)
    expect(run.trace.length).toBeLessThan(2_000)
  })

  it('are no part of a read after gc grace, though no compaction has come yet', () => {
    const late = zombie(11, { hints: false, compaction: 'manual' }).at(11 * day + 60_000)
    expect(answers(late.read('table 3', { via: 'A', level: 'ALL' })).at(-1)).toEqual({ value: 'walnut cake' })
    const early = zombie(9, { hints: false, compaction: 'manual' }).at(9 * day + 60_000)
    expect(answers(early.read('table 3', { via: 'A', level: 'ALL' })).at(-1)).toEqual({ value: null })
  })

  it('are streamed by a repair while they are on disk, though its trees leave them out', () => {
    const repaired = zombie(11, { hints: false, compaction: 'manual' })
      .at(11 * day + 60_000)
      .repair('B')
      .at(11 * day + 120_000)
      .read('table 3', { via: 'B', level: 'ONE' })
    expect(answers(repaired).at(-1)).toEqual({ value: null })
    expect(runOf(repaired).marks.get('tombstone purged')).toBeUndefined()
  })

  it('a repair within gc grace keeps it dead', () => {
    const repaired = zombie(5, { hints: false })
      .at(5 * day + 60_000)
      .repair('B')
      .at(11 * day + 60_000)
      .read('table 3', { via: 'B', level: 'ALL' })
    expect(answers(repaired).at(-1)).toEqual({ value: null })
    expect(marks(repaired)['tombstone purged']).toBe(3)
  })

  it('a repair after it spreads the zombie', () => {
    const spread = zombie(11, { hints: false })
      .at(11 * day + 60_000)
      .repair('B')
      .at(11 * day + 120_000)
    expect(answers(spread.read('table 3', { via: 'A', level: 'ONE' })).at(-1)).toEqual({
      value: 'walnut cake',
    })
  })

  it('a hint cannot bring back the deleted: it is the delete that comes, or nothing', () => {
    expect(keysOf(runOf(zombie(11)), 'B')).toEqual(['table 3'])
    expect(marks(zombie(11))['hint expired']).toBe(1)
  })
})
