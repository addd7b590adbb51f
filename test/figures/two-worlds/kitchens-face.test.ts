import { expect, test } from 'vitest'
import { plan, run } from '#engine'
import { outlineRun } from '#outline/index.ts'
import { kitchens } from '#figures/two-worlds/kitchens.ts'
import '#figures/two-worlds/kitchens-face.ts'

test('when a kitchen last heard of the others is told in moments, and nothing else is told otherwise', () => {
  const done = run(plan(kitchens({ patienceMs: 10_000 }), { until: 20_000 }), { record: 'states' })
  const told = outlineRun(done)
  // The same run of a program that has no face.
  const plain = outlineRun({ ...done, plan: { ...done.plan, system: 'cell' } })
  const lines = ({ states }: typeof told) => states.flatMap(({ state }) => state.lines)
  const heard = lines(told).filter(({ label }) => label === 'last heard')
  expect(heard.length).toBeGreaterThan(0)
  for (const { value } of heard) expect(value).toMatch(/^[ABC]: (0|[\d.]+ m?s), [ABC]: (0|[\d.]+ m?s)$/)
  expect(heard.at(-1)?.value).toMatch(/: 1\d(\.\d+)? s/)
  expect(lines(plain).some(({ label }) => label === 'heard')).toBe(true)
  const labels = (outline: typeof told) => [...new Set(lines(outline).map(({ label }) => label))]
  expect(labels(plain)).toEqual(
    ['last heard', 'dead', 'noNuts', 'served'].map((label) => label.replace('last ', '')),
  )
  expect(labels(told)).toEqual(['last heard', 'believes dead', 'knows of “no nuts”', 'table 3 is served'])
  const others = (outline: typeof told) =>
    lines(outline).flatMap(({ label, value }) => (label.endsWith('heard') ? [] : [value]))
  expect(new Set(others(told))).toEqual(new Set(others(plain)))
})

test('the calls that only say “here I am” are counted, and not drawn', () => {
  const done = run(plan(kitchens({ patienceMs: 10_000 }), { until: 20_000 }), { record: 'states' })
  const { messages, chatter } = outlineRun(done)
  expect(messages).toEqual([])
  expect(chatter.reduce((sum, { messages: count }) => sum + count, 0)).toBeGreaterThan(50)
})
