import { describe, expect, test } from 'vitest'
import { systemNames } from '#engine/core/registry.ts'
import type { Plan } from '#engine/core/types.ts'
import { facesByName } from '#engine/face/face.ts'
import '#engine/systems.ts'
import { keptPlans } from '#build/plans.ts'
import '#figures/programs.ts'
import { worldOf } from '#figures/two-worlds/worlds.ts'
import { explainsItself, isDrawn, isStoredReadably, isToldPlainly } from './contract.ts'

/** A figure's own program, as the bench gets it. */
const worldPlans = [worldOf('crashed', 3_000, 20_000).run.plan, worldOf('slow', 3_000, 20_000).run.plan]

/** Plans of each system that are short enough to be told whole: the kept ones, and those of figures' own programs. */
const plansOf = (system: string): readonly Plan[] =>
  [...[...keptPlans().values()].map(({ plan }) => plan as Plan), ...worldPlans]
    .filter((plan) => plan.system === system && plan.ops.length > 0 && plan.until <= 120_000)
    .slice(0, 6)

/** Programs of figures store nothing that a check could ask for. */
const storesNothing = ['kitchens']

test('every registered system has a face, and every face a system', () => {
  expect([...facesByName().keys()].sort()).toEqual([...systemNames()].sort())
  expect(systemNames().length).toBeGreaterThanOrEqual(4)
})

describe.each(systemNames())('the system %s', (system) => {
  test('is met by a plan', () => {
    expect(plansOf(system).length, `no kept plan runs "${system}"`).toBeGreaterThan(0)
  })
  test('says what it is, and what each operation and level means', () => {
    for (const plan of plansOf(system)) explainsItself(plan)
  })
  test('is drawn, and told without a word that only programs know', () => {
    for (const plan of plansOf(system)) isToldPlainly(isDrawn(plan))
  })
})

describe.each(systemNames().filter((name) => !storesNothing.includes(name)))('the system %s', (system) => {
  test('stores what checks can read', () => {
    for (const plan of plansOf(system)) isStoredReadably(plan)
  })
})
