import { describe, expect, it } from 'vitest'
import { levels, plan, replicaSet, ring, run, scenarioOf, translations, type Json } from '#engine'
import { answers, set } from './set.ts'

describe('the table of levels', () => {
  it('has every level of the ring, and says of each what is not equal', () => {
    expect(Object.keys(translations).sort()).toEqual([...levels].sort())
    for (const { notEqual } of Object.values(translations)) expect(notEqual).toMatch(/^[A-Z].{40,}\.$/)
  })

  it.each(levels.filter((level) => level !== 'ANY'))(
    'lets both databases answer the same operations at %s',
    (level) => {
      const both = [plan(ring()), plan(replicaSet())].map((empty) =>
        empty.at(100).write('x', 'new', { level }).at(1000).read('x', { level }),
      )
      for (const asked of both) {
        const made = run(asked)
        expect(made.history.map(({ output }) => output)).toEqual([{ ok: true }, { value: 'new' }])
      }
    },
  )

  it('refuses a read at ANY, as the ring does', () => {
    const asked = set().at(100).write('x', 'new', { level: 'ANY' }).at(1000).read('x', { level: 'ANY' })
    expect(answers(asked)).toEqual([{ ok: true }, { error: expect.stringContaining('ANY') }])
  })

  it('asks ALL of every member that holds data, however many there are', () => {
    const withArbiter = set({ nodes: ['A', 'B', 'D'], members: { D: { arbiter: true } } })
    expect(answers(withArbiter.at(100).write('x', 'new', { level: 'ALL' }))).toEqual([{ ok: true }])
    const downOne = set().at(50).crash('C').at(100)
    expect(answers(downOne.write('x', 'new', { level: 'ALL' }))).toEqual([undefined])
    expect(answers(downOne.write('x', 'new', { level: 'QUORUM' }))).toEqual([{ ok: true }])
  })
})

describe('what nobody can ask for', () => {
  const asks: readonly (readonly [string, { readonly [name: string]: Json }, RegExp])[] = [
    ['write', { key: 'x', value: 1, writeConcern: { w: 'Majority' } }, /writeConcern\.w.*'majority'/],
    ['write', { key: 'x', value: 1, writeConcern: { w: 'majority/' } }, /number from 1 to 50, or 'majority'/],
    ['write', { key: 'x', value: 1, writeConcern: 'majority' }, /an object with w, j, wtimeout/],
    ['write', { key: 'x', value: 1, writeConcern: { w: 0 } }, /no w: 0/],
    [
      'write',
      { key: 'x', value: 1, writeConcern: { w: 1, wTimeout: 5 } },
      /one of the fields w, j, wtimeout/,
    ],
    ['write', { key: 'x', value: 1, level: 'quorum' }, /"QUORUM"/],
    ['write', { key: 'x', value: 1, ttl: 5 }, /one of the fields/],
    ['read', { key: 'x', readConcern: 'Majority' }, /"majority"/],
    ['read', { key: 'x', readConcern: 'snapshot' }, /a snapshot needs transactions/],
    ['read', { key: 'x', readPreference: 'secondaryprefered' }, /"secondaryPreferred"/],
    ['read', { key: 'x', readPreference: 'nearest', maxStalenessSeconds: 90 }, /one of the fields/],
    ['read', { key: 'x', tagSets: [{ dc: 'east' }] }, /one of the fields/],
    ['increment', { key: 'x', by: 'two' }, /whole number/],
    ['stepDown', { forSecs: 60 }, /forMs, catchUpMs, force/],
    ['freeze', {}, /args\.forMs/],
  ]

  it.each(asks)('%s %j is refused before the run, saying what is allowed', (what, args, says) => {
    expect(() => set().at(100).ask(what, args)).toThrow(says)
    const op = { id: 'op', at: 100, client: 'client', coordinator: 'A', do: what, args }
    expect(() => scenarioOf({ ...set().plan, clients: [{ id: 'client' }], ops: [op] })).toThrow(says)
  })

  it('leaves what may be asked for as it is', () => {
    const fine = set()
      .at(100)
      .ask('write', { key: 'x', value: null, writeConcern: { w: 2, j: true, wtimeout: 900 } })
    expect(answers(fine)).toEqual([{ ok: true }])
  })
})

describe('a session', () => {
  it('is causally consistent at a secondary, and keeps what it reads', () => {
    const far = { latency: [10, 10] as const, links: [{ from: 'A', to: 'C', latency: [400, 400] as const }] }
    const asked = set({ chaining: false }, { net: far })
      .at(5000)
      .ask('write', { key: 'x', value: 'new', session: 's' })
      .at(5150)
      .ask('read', { key: 'x', readPreference: 'secondary' }, { via: 'C' })
      .ask('read', { key: 'x', readPreference: 'secondary', session: 's' }, { via: 'C' })
      .ask(
        'read',
        { key: 'x', readPreference: 'secondary', readConcern: 'majority', session: 's' },
        { via: 'C' },
      )
      .at(7000)
      .ask('read', { key: 'x', afterClusterTime: { term: 1, index: 1 } })
    expect(answers(asked)).toEqual([
      { ok: true },
      { value: null },
      { value: 'new' },
      { value: 'new' },
      { value: 'new' },
    ])
  })
})

describe('concerns by name', () => {
  it('win over the level, and over what the set was made with', () => {
    const cut = set({ write: 'QUORUM' }, { until: 8000 }).at(3000).cut('A', ['B', 'C']).at(4000)
    expect(answers(cut.ask('write', { key: 'x', value: 1, writeConcern: { w: 1 } }, { via: 'A' }))).toEqual([{ ok: true }]) // prettier-ignore
    expect(answers(cut.ask('write', { key: 'x', value: 1 }, { via: 'A' }))).toEqual([undefined])
  })

  it('are majority when nothing is said, and w: 1 where arbiters leave too few', () => {
    expect(replicaSet().options.writeConcern).toEqual({ w: 'majority' })
    const arbiter = { D: { arbiter: true } }
    expect(replicaSet({ nodes: ['A', 'B', 'D'], members: arbiter }).options.writeConcern).toEqual({ w: 1 })
    expect(replicaSet({ nodes: ['A', 'B', 'C', 'D'], members: arbiter }).options.writeConcern).toEqual({
      w: 1,
    })
    const five = { nodes: ['A', 'B', 'C', 'E', 'D'], members: arbiter }
    expect(replicaSet(five).options.writeConcern).toEqual({ w: 'majority' })
  })
})
