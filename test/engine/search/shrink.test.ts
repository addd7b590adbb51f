import { describe, expect, it } from 'vitest'
import { freshReads } from '#engine/checks/fresh-reads.ts'
import { monotonicReads } from '#engine/checks/monotonic-reads.ts'
import type { Check, Plan } from '#engine/core/types.ts'
import { breaks, search, type Found } from '#engine/search/search.ts'
import { entryCount, shrink, shrinkSteps } from '#engine/search/shrink.ts'
import { calm, read, tiny, weather, write } from './tiny.ts'

/** The first few findings of the weather for a check. */
function findings(check: Check, count: number): Found[] {
  const found: Found[] = []
  for (let from = 0; found.length < count;) {
    const next = search((seed) => weather(from + seed), check, { seeds: 1000 })
    if (next === undefined) throw new Error(`only ${found.length} plans break ${check.name}`)
    found.push(next)
    from = next.plan.seed
  }
  return found
}

/** Every plan with one operation or fault less. */
function withOneLess(plan: Plan): Plan[] {
  return [
    ...plan.ops.map((gone) => ({ ...plan, ops: plan.ops.filter((op) => op !== gone) })),
    ...plan.faults.map((gone) => ({ ...plan, faults: plan.faults.filter((fault) => fault !== gone) })),
  ]
}

describe('shrink(found)', () => {
  it.each([freshReads, monotonicReads])(
    'leaves a plan that breaks %o and of which nothing can be removed',
    (check) => {
      for (const found of findings(check, 5)) {
        const small = shrink(found)
        expect(breaks(small, check)).toBe(true)
        for (const less of withOneLess(small.plan))
          expect(breaks({ ...small, plan: less }, check)).toBe(false)
        expect(entryCount(small.plan)).toBeLessThanOrEqual(6)
      }
    },
  )

  it('makes values plainer where the break allows it: clocks, latency, loss, clients, times', () => {
    const plan: Plan = {
      ...calm,
      nodes: calm.nodes.map((node) => ({ ...node, clock: { offsetMs: 3, driftPpm: 20 } })),
      clients: [...calm.clients, { id: 'idle', clock: { offsetMs: -7 } }],
      ops: [write(1234, 'c1', 'A', 'k', 1), read(5678, 'c2', 'B', 'k')],
      faults: [{ id: 'cut', at: 777, do: 'cut', from: ['A'], to: ['B', 'C'] }],
    }
    const small = shrink({ system: tiny, plan, check: freshReads }).plan
    expect(small.nodes).toEqual(calm.nodes)
    expect(small.clients).toEqual(calm.clients)
    expect(small.net).toEqual({ order: 'link', loss: 0, duplicate: 0, latency: [1, 1] })
    expect(small.ops.map((op) => op.at)).toEqual([0, 5000])
    expect(small.faults).toEqual([{ id: 'cut', at: 0, do: 'cut', from: ['A'], to: ['B'] }])
  })

  it('keeps what else the finding carries, and leaves the given plan alone', () => {
    const [found] = findings(freshReads, 1)
    const before = JSON.stringify((found as Found).plan)
    const small = shrink({ ...(found as Found), title: 'a stale read' })
    expect(small.title).toBe('a stale read')
    expect(JSON.stringify((found as Found).plan)).toBe(before)
  })
})

describe('shrinkSteps', () => {
  it('says after each run how many entries are left, never more than before', () => {
    const [found] = findings(monotonicReads, 1)
    const left = [...shrinkSteps(found as Found)].map((step) => step.entries)
    expect(left.length).toBeGreaterThan(5)
    expect(left).toEqual(left.toSorted((one, other) => other - one))
  })
})
