import { describe, expect, it } from 'vitest'
import { keptPlan } from '#build/plans.ts'
import { sinceThen } from '#figures/since/since.ts'

const [before, now] = ['distributed-systems.row-3', 'replicas.row-3'].map((id) => keptPlan(id).plan) as [
  ReturnType<typeof keptPlan>['plan'],
  ReturnType<typeof keptPlan>['plan'],
]

describe('sinceThen(now, before)', () => {
  it('tells what lesson 2 adds to the story: at most two entries, and nothing else', () => {
    const { changes, settings } = sinceThen(now, before)
    expect(settings).toEqual([])
    expect(changes.map(({ what, when, text }) => `${what}: ${when}, ${text}`)).toEqual([
      'added: At 3 s, The waiter asks A to write table 3 = no nuts at QUORUM.',
      'added: At 4 s, The cook asks B to read table 3 at ONE.',
    ])
  })

  it('tells the way back as what is gone, and an entry that changed as added', () => {
    expect(sinceThen(before, now).changes.map(({ what }) => what)).toEqual(['gone', 'gone'])
    const later = { ...now, ops: now.ops.map((op) => (op.id === 'cook asks' ? { ...op, at: 9_000 } : op)) }
    expect(sinceThen(later, now).changes).toHaveLength(1)
    expect(sinceThen(now, now)).toEqual({ changes: [], settings: [] })
  })

  it('names options that changed', () => {
    const mended = { ...now, options: { readRepair: 'NONE' } }
    expect(sinceThen(mended, now).settings).toEqual([{ name: 'hints', text: 'the default' }])
  })
})
