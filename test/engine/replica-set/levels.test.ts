import { describe, expect, it } from 'vitest'
import { levels, plan, replicaSet, ring, run, translations } from '#engine'
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
