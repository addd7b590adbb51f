import { describe, expect, test } from 'vitest'
import { keptPlan, keptPlans } from '#build/plans.ts'
import { openRunService } from '#figures/cluster-bench/run-service.ts'
import { replaced } from '#figures/cluster-bench/edit.ts'
import { leastNodesOf, resetPlan, resettingOf } from '#figures/cluster-bench/resetting.ts'

const { plan } = keptPlan('replicas.row-3')

describe('the set-up of an open run', () => {
  test('changes nothing when nothing of it is changed, in any kept plan', () => {
    for (const { id, plan: kept } of keptPlans().values())
      expect(resetPlan(kept, resettingOf(kept)), id).toEqual(kept)
  })

  test('takes more nodes, other levels and a skewed client clock, keeps every entry, and runs', () => {
    const opened = openRunService().play(plan)
    const inForce = opened.ok ? opened.value.traits.options : null
    const before = resettingOf(plan, inForce)
    // The plan leaves them to its system; a reader sees what's in force.
    expect(before).toMatchObject({ replicas: 3, write: 'ONE', read: 'ONE' })
    const clients = before.clients.map((client, place) =>
      place === 0 ? { ...client, offsetMs: 5000 } : client,
    )
    const next = resetPlan(
      plan,
      {
        ...before,
        nodes: 5,
        replicas: 5,
        read: 'ALL',
        clients: [...clients, { id: 'ann', near: 'A', offsetMs: 0 }],
      },
      inForce,
    )
    expect(next.options).toEqual({ ...(plan.options as object), replicas: 5, read: 'ALL' })
    expect(next.nodes.map(({ id }) => id)).toEqual(['A', 'B', 'C', 'D', 'E'])
    expect([next.ops, next.faults]).toEqual([plan.ops, plan.faults])
    expect(next.clients[0]!.clock).toEqual({ offsetMs: 5000 })
    expect(openRunService().play(next)).toMatchObject({
      ok: true,
      value: { plan: { clients: { length: 3 } } },
    })
  })

  test('never takes away a node that an entry names', () => {
    expect(leastNodesOf(plan)).toBe(3)
    expect(leastNodesOf({ ...plan, ops: [], faults: [], clients: [{ id: 'x', near: 'A' }] })).toBe(1)
    for (const { id, plan: kept } of keptPlans().values()) {
      const few = resetPlan(kept, { ...resettingOf(kept), nodes: leastNodesOf(kept) })
      const left = new Set(few.nodes.map((node) => node.id))
      for (const fault of kept.faults) if ('node' in fault) expect(left.has(fault.node), id).toBe(true)
      for (const { coordinator } of kept.ops)
        if (coordinator !== undefined) expect(left.has(coordinator), id).toBe(true)
    }
  })
})

test('an entry is changed where it stands, and stands where its time puts it', () => {
  const [first] = plan.ops
  const next = replaced(plan, { ...first!, at: 60_000, args: { key: 'table 9', value: 'tea', level: 'ONE' } })
  expect(next.ops.at(-1)).toMatchObject({ id: first!.id, at: 60_000 })
  expect(next.ops).toHaveLength(plan.ops.length)
  expect(next.until).toBe(70_000)
  expect(next.faults).toBe(plan.faults)
})
