import { expect, test } from 'vitest'
import { engineNames } from '#build/engine-names.ts'
import { runCell, shippedCell } from '#build/cells.ts'
import { keptPlans } from '#build/plans.ts'
import { assistantText, type Judge } from '#components/cell/assistant-text.ts'
import { openRunService } from '#figures/cluster-bench/run-service.ts'
import { isCellName } from '#text/cell-name.ts'

const names = engineNames()

/** The same questions, asked of the engine at once. */
const judge: Judge = {
  judged(plan) {
    const service = openRunService()
    const played = service.play(plan)
    if (!played.ok) return Promise.resolve(undefined)
    const { verdicts, plan: parsed } = played.value
    const broken = verdicts.find(({ result }) => result === 'broken')
    const smaller = broken && service.shrink(parsed, broken.check)
    const smallest = broken && smaller?.ok ? { check: broken.check, plan: smaller.value } : undefined
    return Promise.resolve({ verdicts, smallest })
  },
}

test('a cell is copied for an assistant with what it imports, the types it uses and what it printed', async () => {
  const sources = ['find-the-difference', 'build-a-tree'].map((name) => ({
    name,
    text: shippedCell('merkle-trees', name).source,
  }))
  const { items } = await runCell('merkle-trees', 'find-the-difference')
  const text = await assistantText(sources, items, names, judge)
  expect(text).toContain(sources[0]!.text)
  expect(text).toContain('## build-a-tree.ts, which it imports')
  expect(text).toMatch(/interface TextbookNode/)
  expect(text).toMatch(/function textbookTree/)
  expect(text).toContain('after 5 comparisons')
  expect(text).not.toContain('## Verdicts')
  expect(await assistantText(sources, undefined, names, judge)).toContain('hasn’t been run')
})

test('a run that breaks a check is told with its verdicts and the smallest plan that still breaks it', async () => {
  const { plan } = keptPlans().get('findings.stale-without-fault')!
  const items = [{ type: 'picture', kind: 'cluster', data: { plan, hash: 'x' } }] as never
  const text = await assistantText(
    [{ name: 'main', text: 'show(run(scenario))\n```\nnot the end' }],
    items,
    names,
    judge,
  )
  expect(text).toMatch(/- fresh reads: broken\. /)
  expect(text).toContain('## The smallest plan found that still breaks')
  // The code can't end its own fence.
  expect(text).toContain('````ts\nshow(run(scenario))\n```\nnot the end\n````')
  const fences = text.match(/^`{3,}/gm) ?? []
  expect(fences.length % 2).toBe(1)
})

test('names of the language are none of the engine’s', async () => {
  const text = await assistantText(
    [{ name: 'main', text: 'constructor toString __proto__ hasOwnProperty' }],
    [],
    names,
    judge,
  )
  expect(text).not.toContain('## Types')
  expect(
    ['constructor', '__proto__', 'a/b', '../x', 'a b', '', 'x'.repeat(61), 'a-', 'first-run'].map(isCellName),
  ).toEqual([true, false, false, false, false, false, false, false, true])
})
