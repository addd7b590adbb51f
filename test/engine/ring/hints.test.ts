import { describe, expect, it } from 'vitest'
import { cluster, diskOf, keysOf, marks, runOf } from './ring.ts'

const hour = 3600 * 1000

/** B is down from the start; a write at `writeAt`; B is back at `backAt`. */
const away = (writeAt: number, backAt: number, settings = {}) =>
  cluster({ hints: true, ...settings }).at(0).crash('B').at(writeAt).write('k', 'v', { via: 'A', level: 'QUORUM' }).at(backAt).restart('B') // prettier-ignore

describe('hints', () => {
  it('bring a write to a replica that was down, with its timestamp, when it is back', () => {
    const run = runOf(away(5000, 60_000))
    expect(Object.fromEntries(run.marks)).toMatchObject({ 'hint stored': 1, 'hint delivered': 1 })
    expect(keysOf(run, 'B')).toEqual(['k'])
    expect(diskOf(run, 'A').hints.size).toBe(0)
    expect(diskOf(run, 'B').memtable).toEqual(diskOf(run, 'A').memtable)
  })

  it('are kept for one that did not answer, too', () => {
    const slow = cluster({ hints: true })
      .at(0)
      .pause('B')
      .write('k', 'v', { via: 'A', level: 'QUORUM' })
      .at(500)
      .resume('B')
    expect(marks(slow)['hint stored']).toBeUndefined()
    const lost = cluster({ hints: true })
      .at(0)
      .drop('A>B mutate#1')
      .write('k', 'v', { via: 'A', level: 'QUORUM' })
    const run = runOf(lost.at(20_000))
    expect(run.marks.get('hint stored')).toBe(1)
    expect(runOf({ ...lost, plan: { ...lost.plan, until: 30_000 } }).marks.get('hint delivered')).toBe(1)
  })

  it('are no longer made after three hours, but those made before are delivered', () => {
    const late = away(4 * hour, 5 * hour)
    expect(marks(late)).toMatchObject({ 'hint window over': 1 })
    expect(keysOf(runOf(late), 'B')).toEqual([])
    const early = away(2 * hour, 5 * hour)
    expect(keysOf(runOf(early), 'B')).toEqual(['k'])
  })

  it('are kept for all of gc grace, counted from the millisecond in which they were made', () => {
    expect(marks(away(5_900, 604_400, { gcGraceSeconds: 600 }))).toMatchObject({ 'hint delivered': 1 })
    expect(marks(away(5_900, 605_400, { gcGraceSeconds: 600 }))).toMatchObject({ 'hint expired': 1 })
  })

  it('are dropped when they are older than gc grace', () => {
    const old = away(hour, 2 * hour, { gcGraceSeconds: 600 })
    expect(marks(old)).toMatchObject({ 'hint stored': 1, 'hint expired': 1 })
    expect(keysOf(runOf(old), 'B')).toEqual([])
  })

  it('are sent slowly', () => {
    const many = (hintBytesPerMs: number) => {
      let scenario = cluster({ hints: true, hintBytesPerMs }).at(0).crash('B').at(2000)
      for (let index = 0; index < 5; index++)
        scenario = scenario.write(`k${index}`, 'v', { via: 'A', level: 'QUORUM' })
      const run = runOf(scenario.at(4000).restart('B').at(20_000))
      const times = run.trace.flatMap((event) =>
        event.type === 'mark' && event.text === 'hint delivered' ? [event.at] : [],
      )
      return times.at(-1)! - times[0]!
    }
    expect(many(0.1) - many(1_049)).toBeGreaterThan(4 * 300)
  })
})
