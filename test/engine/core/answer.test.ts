import { describe, expect, test } from 'vitest'
import { answer, plan, replicaSet, ring, run } from '#engine'
import { history, runOf } from '../checks/history.ts'

const kitchens = plan(ring({ hints: false }))

describe('what a client was told', () => {
  test('is “acknowledged” for a write, the value for a read, “nothing” where no row is', () => {
    const played = run(
      kitchens
        .at(0)
        .write('table 3', 'no nuts', { via: 'A' })
        .at(100)
        .read('table 3', { via: 'B' })
        .read('table 4', { via: 'B' })
        .at(200)
        .delete('table 3', { via: 'A', level: 'ALL' })
        .at(300)
        .read('table 3', { via: 'C' }),
    )
    expect(['write 1', 'read 1', 'read 2', 'delete 1', 'read 3'].map((id) => answer(played, id))).toEqual([
      'acknowledged',
      'no nuts',
      'nothing',
      'acknowledged',
      'nothing',
    ])
    expect(answer(played), 'without a name: the last one').toBe('nothing')
  })

  test('is the JSON of a value that is no text', () => {
    const played = run(kitchens.at(0).write('count', { cakes: 2 }, { level: 'ALL' }).at(100).read('count'))
    expect(answer(played)).toBe('{"cakes":2}')
  })

  test('is “refused” when too few replicas are known to be up, and “timed out” when they only stay silent', () => {
    const oracle = plan(ring({ hints: false }))
    const lost = oracle.at(1000).cut('B', ['A', 'C'])
    const early = lost.at(1001).write('table 3', 'no nuts', { via: 'A', level: 'ALL' })
    expect(answer(run(early, { record: 'none' }))).toBe('timed out')
    const late = oracle.at(1000).crash('B').at(30_000).write('table 3', 'no nuts', { via: 'A', level: 'ALL' })
    expect(answer(run(late))).toBe('refused')
  })

  test('is “timed out” when nobody answered, though the write may have been carried out', () => {
    const asked = plan(ring({ nodes: ['B'], replicas: 1, clientTimeoutMs: 2000 }))
      .at(0)
      .hold('B>client write reply#1', 5000)
      .write('table 3', 'no nuts', { via: 'B' })
    expect(answer(run(asked))).toBe('timed out')
  })

  test('means the same for a replica set', () => {
    const played = run(
      plan(replicaSet())
        .at(100)
        .write('table 3', 'no nuts', { level: 'QUORUM' })
        .at(3000)
        .read('table 3')
        .read('table 4'),
    )
    expect(['write 1', 'read 1', 'read 2'].map((id) => answer(played, id))).toEqual([
      'acknowledged',
      'no nuts',
      'nothing',
    ])
  })

  test('is an error that names the operations there are, for a name that is none of them', () => {
    const played = run(kitchens.at(0).named('order').write('table 3', 'no nuts'))
    expect(() => answer(played, 'ordre')).toThrow(
      "expected an operation called 'ordre'; this run has 'order'",
    )
    expect(() => answer(run(kitchens))).toThrow('expected an operation; this run has none')
    expect(answer(runOf(history('c1 0-? write 1')))).toBe('timed out')
  })
})
