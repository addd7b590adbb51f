// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { expect, test } from 'vitest'
import { benchLimits } from '#figures/cluster-bench/run-service.ts'
import { emptyPlan } from '#figures/cluster-bench/empty.ts'
import { usualSetting } from '#figures/cluster-bench/setting.ts'
import { axisOf } from '#figures/cluster/axis.ts'
import { outlineOf } from '#figures/cluster/run.ts'
import { drawnAround } from '#figures/cluster/scroll.ts'
import { ClusterView } from '#figures/cluster/view.tsx'

/** The longest run that the bench draws: twelve nodes in two places, nearly 2,000 steps. */
const setting = emptyPlan({ ...usualSetting, nodes: 12, datacentres: 2 })
const outline = outlineOf({
  ...setting,
  until: 20_000,
  ops: Array.from({ length: 150 }, (_, place) => ({
    id: `op ${place}`,
    at: 100 * place + 10,
    client: place % 2 === 0 ? 'ann' : 'ben',
    do: place % 3 === 0 ? 'read' : 'write',
    args: { key: `table ${place % 7}`, ...(place % 3 === 0 ? {} : { value: `order ${place}` }) },
  })),
})
const phone = 260
const { steps } = outline

test('of the longest run only what a phone has in sight is in the page, and a step changes little of that', async () => {
  expect(steps.length).toBeGreaterThan(0.9 * benchLimits.steps)
  expect(steps.length).toBeLessThanOrEqual(benchLimits.steps)
  const page = document.createElement('div')
  const axis = axisOf(outline, phone)
  const show = (place: number, view: readonly [number, number]) =>
    act(() =>
      render(
        <ClusterView
          id="long"
          outline={outline}
          at={steps[place]!.index}
          room={phone}
          view={view}
          onPickMoment={() => undefined}
          onPickMessage={() => undefined}
        />,
        page,
      ),
    )
  const middle = steps.length >> 1
  const view = drawnAround(axis.x(steps[middle]!.at), phone)
  await show(middle, view)
  const inPicture = page.querySelectorAll('.cluster-diagram *').length
  expect(inPicture).toBeGreaterThan(100)
  expect(inPicture).toBeLessThan(700)
  expect(page.querySelectorAll('*').length).toBeLessThan(1300)

  let changes = 0
  const observer = new MutationObserver((records) => void (changes += records.length))
  observer.observe(page.querySelector('.cluster-diagram')!, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  })
  for (let place = middle + 1; place < middle + 8; place++) {
    changes = 0
    await show(place, view)
    await new Promise((resume) => setTimeout(resume))
    expect(changes).toBeGreaterThan(0)
    expect(changes).toBeLessThan(120)
  }
})
