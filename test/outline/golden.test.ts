import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { scenarioOf } from '#engine/core/registry.ts'
import { run } from '#engine/core/run.ts'
import { outlineRun } from '#outline/outline.ts'
import { keptPlans } from '#build/plans.ts'
import { tellingOf } from './telling.ts'

/** Two plans of each system, whose whole telling is kept and reviewed like prose: `npx vitest run test/outline -u`. */
const plans = [
  'ring.read-repair',
  'ring.hint',
  'set.write',
  'set.rollback',
  'sharded.broadcast',
  'sharded.new-primary',
]

test.each(plans)('%s is told as it was when somebody last read it', async (id) => {
  const told = tellingOf(outlineRun(run(scenarioOf(keptPlans().get(id)!.plan), { record: 'states' })))
  expect(told.split('\n').length).toBeGreaterThan(8)
  await expect(told).toMatchFileSnapshot(`golden/${id}.txt`)
})

test('the kept tellings use no word that only programs know', () => {
  for (const id of plans)
    expect(readFileSync(`test/outline/golden/${id}.txt`, 'utf8')).not.toMatch(
      /\b(mutate|undefined|commitPoint|rollbackId)\b|\[object|[{}]/,
    )
})
