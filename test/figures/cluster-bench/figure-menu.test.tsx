// @vitest-environment happy-dom
import { render } from 'preact'
import { expect, test, vi } from 'vitest'
import { keptPlan } from '#build/plans.ts'
import { scenarioOf } from '#engine/core/registry.ts'
import { run } from '#engine/core/run.ts'
import { changedLink } from '#figures/cluster-bench/changed-link.ts'
import { loadMenu } from '#figures/cluster-bench/load-menu.ts'
import { ClusterIsland, type ClusterIslandProps } from '#figures/cluster/island.tsx'
import { judgedRun } from '#figures/cluster/run.ts'
import { readPlanLink } from '#links/plan-link.ts'

const { plan } = keptPlan('replicas.row-3')
const { outline } = judgedRun(plan)

/** A lesson's figure at a step, and what's in its menu once it's there. */
function figureAt(place: number, more: Partial<ClusterIslandProps> = {}) {
  const page = document.createElement('div')
  document.body.replaceChildren(page)
  const at = outline.steps.at(place)!.index
  render(<ClusterIsland id="run" plan={plan} at={at} menu={loadMenu} {...more} />, page)
  const items = () => [...page.querySelectorAll<HTMLElement>('[role="menuitem"]')]
  return {
    page,
    /** Once the figure is awake. */
    press: async (selector: string) => {
      await vi.waitFor(() => expect(page.querySelector('[data-head] button')).not.toBeNull())
      page.querySelector(selector)!.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }))
    },
    choose: (text: string) =>
      items()
        .find((item) => item.textContent === text)!
        .click(),
    menu: () => vi.waitFor(() => expect(items()).not.toEqual([])).then(() => items().map((item) => item.textContent)), // prettier-ignore
    shown: () => Number(page.querySelector('.cluster')!.getAttribute('data-at')),
  }
}

test('a node of a lesson’s figure tells what it knows, leads through its steps, and can be broken in the playground', async () => {
  const figure = figureAt(4)
  await figure.press('[data-head="B"] button')
  expect(await figure.menu()).toEqual([
    'What does B know?',
    'Crash B',
    'Pause B',
    'Cut B off from the other nodes',
    'Put its clock 500 ms forward',
    'Go to its next step',
    'Go to its step before this',
  ])
  expect(figure.page.querySelector('.press-about')!.textContent).toContain('A change opens the playground')
  figure.choose('What does B know?')
  await vi.waitFor(() => expect(figure.page.querySelector('h4')!.textContent).toMatch(/^What B knows at/))
  await figure.press('[data-head="B"] button')
  await figure.menu()
  figure.choose('Go to its next step')
  const next = outline.steps.find(({ node, index }) => node === 'B' && index > outline.steps[4]!.index)!
  await vi.waitFor(() => expect(figure.shown()).toBe(next.index))
})

test('a message opens where it’s pressed, and its menu leads to when it was sent', async () => {
  const figure = figureAt(-1)
  const sent = outline.messages.find(({ key }) => figure.page.querySelector(`[data-message="${key}"]`))!
  await figure.press(`[data-message="${sent.key}"]`)
  expect(await figure.menu()).toContain('Go to when it was sent')
  expect(figure.page.querySelector('[data-open]')!.getAttribute('data-open')).toBe(sent.key)
  figure.choose('Go to when it was sent')
  await vi.waitFor(() => expect(figure.shown()).toBeLessThan(outline.steps.at(-1)!.index))
})

test('where the future is withheld nothing can be changed, and no step of it is offered', async () => {
  const figure = figureAt(4, { withheld: true })
  await figure.press('[data-head="B"] button')
  const texts = await figure.menu()
  expect(texts[0]).toBe('What does B know?')
  expect(texts.join()).not.toMatch(/Crash|Pause|next step/)
})

test('a change made in a lesson’s figure is in the playground’s address, at the moment that it strikes', async () => {
  const at = outline.steps[4]!
  const link = await changedLink(plan, at.index, { do: 'crash', node: 'C', disk: 'keep' })
  const read = await readPlanLink(new URL(link!, 'http://x').hash)
  if (!read.ok) throw new Error(read.message)
  expect(read.plan.faults).toHaveLength(plan.faults.length + 1)
  const done = run(scenarioOf(read.plan), { record: 'trace' })
  expect(done.hash().slice(0, 8)).toBe(read.hash)
  const step = judgedRun(read.plan).outline.steps.find(({ index }) => index === read.at)
  expect(step).toMatchObject({ node: 'C', at: at.at + 1 })
})
