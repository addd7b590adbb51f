import { describe, expect, it } from 'vitest'
import type { Level } from '#engine/levels.ts'
import { digestText } from '#engine/ring/partition.ts'
import { answers, cluster, held, keysOf, marks, runOf } from './ring.ts'

describe('a write', () => {
  it('goes to every replica, whatever the level', () => {
    const run = runOf(cluster().at(0).write('k', 'v', { via: 'A', level: 'ONE' }))
    expect(['A', 'B', 'C'].map((node) => keysOf(run, node))).toEqual([['k'], ['k'], ['k']])
    expect(run.history[0]!.output).toEqual({ ok: true })
  })

  it('waits for as many answers as its level says', () => {
    const slow = (level: Level) =>
      cluster({}, { net: { latency: [1, 1], links: [{ from: 'A', to: 'C', latency: [300, 300] }] } })
        .at(0)
        .write('k', 'v', { via: 'A', level })
    const time = (level: Level) => runOf(slow(level)).history[0]!.return
    expect([time('ONE'), time('TWO'), time('QUORUM')]).toEqual([2, 4, 4])
    expect([time('THREE'), time('ALL')]).toEqual([303, 303])
  })

  it('is refused as unavailable when too few are thought to be up, and nothing is sent', () => {
    const down = cluster().at(0).crash('B').crash('C').at(2000)
    expect(answers(down.write('k', 'v', { via: 'A', level: 'QUORUM' }))).toEqual([
      { error: 'unavailable', level: 'QUORUM', required: 2, alive: 1 },
    ])
    expect(keysOf(runOf(down.write('k', 'v', { via: 'A', level: 'QUORUM' })), 'A')).toEqual([])
    expect(answers(down.write('k', 'v', { via: 'A', level: 'ONE' }))).toEqual([{ ok: true }])
  })

  it('ends in a timeout when they were thought to be up: it may have happened, and here it has', () => {
    const run = runOf(
      cluster().at(0).crash('B').crash('C').at(100).write('k', 'v', { via: 'A', level: 'QUORUM' }),
    )
    expect(run.history[0]).toMatchObject({ output: undefined, return: null })
    const told = run.trace.find((event) => event.type === 'return')
    expect(told).toMatchObject({ value: { error: 'timeout', required: 2, received: 1 } })
    expect(keysOf(run, 'A')).toEqual(['k'])
  })

  it('at ANY is content with a hint', () => {
    const down = (hints: boolean) =>
      cluster({ replicas: 1, hints })
        .at(0)
        .crash('A')
        .crash('B')
        .at(2000)
        .write('milk', 'v', { via: 'C', level: 'ANY' })
    const owner = (key: string) => ['A', 'B', 'C'].find((node) => keysOf(runOf(cluster({ replicas: 1 }).at(0).write(key, 1, { via: 'C' })), node).length > 0) // prettier-ignore
    expect(owner('milk')).not.toBe('C')
    expect(answers(down(true))).toEqual([{ ok: true }])
    expect(marks(down(true))['hint stored']).toBe(1)
    // Nobody took it and nobody kept it: after the timeout it is ok all the same.
    expect(answers(down(false))).toEqual([{ ok: true }])
    expect(marks(down(false))).toMatchObject({ 'timeout turned into hints': 1 })
    expect(marks(down(false))['hint stored']).toBeUndefined()
  })

  it('is stamped by the client, or by the coordinator, or by the plan', () => {
    const stamp = (scenario: ReturnType<typeof cluster>) =>
      held(runOf(scenario), 'A')[0]!.cells['value']!.timestamp
    const clients = [{ id: 'client', clock: { offsetMs: 5000 } }]
    const start = (timestamps: 'client' | 'coordinator') => cluster({ timestamps }, { clients }).at(100)
    expect(stamp(start('client').write('k', 'v'))).toBe(5_100_003)
    expect(Math.floor(Number(stamp(start('coordinator').write('k', 'v'))) / 1000)).toBeLessThan(120)
    expect(stamp(start('client').write('k', 'v', { timestamp: 42 }))).toBe(42)
  })

  it('of other columns does not touch those that are there', () => {
    const both = cluster()
      .at(0)
      .ask('write', { key: 'k', columns: { milk: 1 } })
      .at(100)
      .ask('write', { key: 'k', columns: { eggs: 'six' } })
      .at(200)
      .read('k', { level: 'ALL' })
    expect(answers(both).at(-1)).toEqual({ value: { eggs: 'six', milk: 1 } })
  })

  it('that lives for a while is gone after it', () => {
    const short = cluster().at(0).write('k', 'v', { ttl: 5 }).at(4000).read('k').at(5100).read('k')
    expect(answers(short).slice(1)).toEqual([{ value: 'v' }, { value: null }])
  })

  it('with a time to live of 0 lives for ever', () => {
    const kept = cluster().at(0).write('k', 'v', { ttl: 0 }).at(5100).read('k')
    expect(answers(kept)[1]).toEqual({ value: 'v' })
  })

  it('of null deletes the column', () => {
    const two = cluster()
      .at(0)
      .ask('write', { key: 'k', columns: { milk: 1, eggs: 'six' } })
      .at(100)
      .ask('write', { key: 'k', columns: { milk: null } })
      .at(200)
      .ask('read', { key: 'k' })
    expect(answers(two).at(-1)).toEqual({ value: { eggs: 'six' } })
  })
})

describe('digestText(partition)', () => {
  it('leaves out the second of a deletion, but not the one at which a row expires', () => {
    const gone = (localDeletionTime: number) =>
      digestText({ key: 'k', cells: { x: { timestamp: 1, value: '', localDeletionTime } }, deletion: { markedForDeleteAt: 2, localDeletionTime } }) // prettier-ignore
    const expiring = (localDeletionTime: number) =>
      digestText({ key: 'k', cells: { x: { timestamp: 1, value: 'v', ttl: 5, localDeletionTime } } })
    expect(gone(10)).toBe(gone(11))
    expect(expiring(10)).not.toBe(expiring(11))
  })
})

describe('last write wins', () => {
  it('by timestamp, not by arrival: a clock that is behind loses its update silently', () => {
    const clients = [{ id: 'ann' }, { id: 'bob', clock: { offsetMs: -60_000 } }]
    const lost = cluster({}, { clients })
      .at(0)
      .write('k', 'first', { by: 'ann', level: 'ALL' })
      .at(1000)
      .write('k', 'second', { by: 'bob', level: 'ALL' })
      .at(2000)
      .read('k', { by: 'ann', level: 'ALL' })
    expect(answers(lost)).toEqual([{ ok: true }, { ok: true }, { value: 'first' }])
  })

  it('a delete hides what is older, and a tie goes to the delete', () => {
    const tie = cluster()
      .at(0)
      .write('k', 'v', { timestamp: 10 })
      .at(100)
      .delete('k', { timestamp: 10 })
      .at(200)
      .read('k', { level: 'ALL' })
      .at(250)
      .write('k', 'w', { timestamp: 11 })
      .at(300)
      .read('k', { level: 'ALL' })
    expect(answers(tie)).toEqual([{ ok: true }, { ok: true }, { value: null }, { ok: true }, { value: 'w' }])
  })
})
