import { expect, test } from '@playwright/test'
import { keptPlans } from '../mutants/harness/kept.ts'
import { bundle } from '../mutants/harness/engine.ts'
import { golden } from '../mutants/harness/golden.ts'

type Plans = readonly (readonly [id: string, plan: unknown])[]
interface Engine {
  scenarioOf(plan: unknown): object
  run(scenario: object): { hash(): string }
}

/** The engine alone in an empty page: what it computes there is what it computes anywhere. */
test('ten plans have the same hashes in the browser as in Node', async ({ page }) => {
  await page.goto('about:blank')
  await page.addScriptTag({ content: await bundle({ format: 'iife', globalName: 'engineUnderTest' }) })
  const plans: Plans = Object.keys(golden).map((id) => [id, keptPlans.get(id)?.plan])
  const hashes = await page.evaluate((given: Plans) => {
    const { scenarioOf, run } = (globalThis as unknown as { engineUnderTest: Engine }).engineUnderTest
    return given.map(([id, plan]) => [id, run(scenarioOf(plan)).hash()])
  }, plans)
  expect(Object.fromEntries(hashes)).toEqual(golden)
})
