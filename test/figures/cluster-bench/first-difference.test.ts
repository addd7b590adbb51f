import { expect, test } from 'vitest'
import { plan, ring } from '#engine'
import { outlineOf } from '#figures/cluster/run.ts'
import { firstDifference } from '#figures/cluster-bench/first-difference.ts'
import { keptPlans } from '#build/plans.ts'

const base = plan(ring(), { seed: 3, until: 20_000 })
  .at(100)
  .write('x', '1', { level: 'QUORUM' })
  .at(2_000)
  .read('x')

test('two runs of one plan differ nowhere', () => {
  for (const { plan: kept } of [...keptPlans().values()].slice(0, 20))
    expect(firstDifference(outlineOf(kept), outlineOf(kept))).toBeUndefined()
})

test('an event that’s added is the first difference, and everything before it is the same', () => {
  const one = outlineOf(base.plan)
  const other = outlineOf(base.at(1_500).crash('B').plan)
  const parting = firstDifference(one, other)!
  expect(parting.other?.at).toBe(1_500)
  expect(parting.other?.text).toMatch(/crash/)
  expect(one.steps.slice(0, parting.place).map(({ text }) => text)).toEqual(
    other.steps.slice(0, parting.place).map(({ text }) => text),
  )
  expect(parting.place).toBeGreaterThan(3)
})

test('a run that ends earlier differs where it’s over', () => {
  const one = outlineOf({ ...base.plan, ops: base.plan.ops.slice(0, 1) })
  const parting = firstDifference(one, outlineOf(base.plan))!
  expect([parting.place, parting.one]).toEqual([one.steps.length, undefined])
})
