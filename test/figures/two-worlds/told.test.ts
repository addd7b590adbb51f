import { expect, test } from 'vitest'
import { plan, run } from '#engine'
import { outlineRun } from '#outline/index.ts'
import { kitchens } from '#figures/two-worlds/kitchens.ts'
import { toldInMoments } from '#figures/two-worlds/told.ts'

test('when a kitchen last heard of the others is told in moments, and nothing else is told otherwise', () => {
  const outline = outlineRun(
    run(plan(kitchens({ patienceMs: 10_000 }), { until: 20_000 }), { record: 'states' }),
  )
  const told = toldInMoments(outline)
  const lines = ({ states }: typeof outline) => states.flatMap(({ state }) => state.lines)
  const heard = lines(told).filter(({ label }) => label === 'last heard')
  expect(heard.length).toBeGreaterThan(0)
  expect(heard.length).toBe(lines(outline).filter(({ label }) => label === 'heard').length)
  for (const { value } of heard) expect(value).toMatch(/^[ABC]: (0|[\d.]+ m?s), [ABC]: (0|[\d.]+ m?s)$/)
  expect(heard.at(-1)?.value).toMatch(/: 1\d(\.\d+)? s/)
  expect(lines(told).filter(({ label }) => label !== 'last heard')).toEqual(
    lines(outline).filter(({ label }) => label !== 'heard'),
  )
})
