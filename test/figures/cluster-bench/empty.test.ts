import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plan as build, ring, run, scenarioOf } from '#engine'
import { emptyPlan } from '#figures/cluster-bench/empty.ts'
import { mostReplicas, usualSetting } from '#figures/cluster-bench/setting.ts'
import { edited } from '#figures/cluster-bench/edit.ts'

const setting = fc.record({
  nodes: fc.integer({ min: 2, max: 12 }),
  datacentres: fc.constantFrom(1 as const, 2 as const),
  replicas: fc.integer({ min: 1, max: 12 }),
  seed: fc.nat(),
})

test('every setting gives a cluster that takes a write at ALL and gives it back', () => {
  fc.assert(
    fc.property(setting, (chosen) => {
      const empty = emptyPlan({ ...usualSetting, ...chosen })
      expect(empty.nodes).toHaveLength(chosen.nodes)
      const started = run(scenarioOf(empty), { record: 'trace' })
      const args = { key: 'k', value: 'v', level: 'ALL' }
      const { plan } = edited(started, 0, { client: 'ann', do: 'write', args }, 0)
      const written = run(scenarioOf(plan))
      expect(written.history[0]?.output).toEqual({ ok: true })
      const copies = Math.min(chosen.replicas, mostReplicas(chosen)) * chosen.datacentres
      const mutations = run(scenarioOf(plan), { record: 'trace' }).trace.filter(
        (event) => event.type === 'receive' && event.name === 'mutate',
      )
      expect(mutations).toHaveLength(copies)
    }),
    { seed: 7, numRuns: 60 },
  )
})

test('a replica set has a primary that takes the write, and at most seven members', () => {
  for (const nodes of [2, 3, 7, 12]) {
    const empty = emptyPlan({ ...usualSetting, system: 'replica-set', nodes, datacentres: 2 })
    expect(empty.nodes).toHaveLength(Math.min(7, nodes))
    const started = run(scenarioOf(empty), { record: 'trace' })
    const { plan } = edited(started, 0, { client: 'ann', do: 'write', args: { key: 'k', value: 'v' } }, 0)
    expect(run(scenarioOf(plan)).history[0]?.output).toMatchObject({ ok: true })
  }
})

test('a cluster of one place is the one that the builder makes', () => {
  const { options } = scenarioOf(emptyPlan(usualSetting)).system
  const { options: own } = build(ring({ write: 'QUORUM', read: 'QUORUM' })).system
  expect(options).toEqual(own)
})
