import { expect, test } from 'vitest'
import { delaysMs, lagRunOf, lagValues } from '#figures/stories/lag/data.ts'
import { measuredLag } from '#figures/stories/lag/lag.ts'
import { lagSaid } from '#figures/stories/lag/view.tsx'

const runs = measuredLag()
const soonest = (embedMs: number, before: number) =>
  lagRunOf(runs, { embedMs, before }).answers.indexOf('lemon pie')

test('there is a run for every setting, with an answer after every delay', () => {
  expect(runs).toHaveLength(lagValues.embedMs.length * lagValues.before.length)
  for (const { answers } of runs) expect(answers).toHaveLength(delaysMs.length)
  expect(() => lagRunOf(runs, { embedMs: 7, before: 0 })).toThrow(/7 ms/)
})

test('once the index knows, it goes on knowing; a slower or busier job makes it later', () => {
  for (const { answers } of runs) {
    const first = answers.indexOf('lemon pie')
    expect(first).toBeGreaterThanOrEqual(0)
    expect(answers.slice(0, first).every((one) => one === 'walnut cake')).toBe(true)
    expect(answers.slice(first).every((one) => one === 'lemon pie')).toBe(true)
  }
  expect(soonest(1000, 0)).toBeGreaterThan(soonest(50, 0))
  expect(soonest(200, 20)).toBeGreaterThan(soonest(200, 0))
  // It takes as long as all that wait before it, and itself.
  expect(delaysMs[soonest(1000, 20)]).toBeGreaterThanOrEqual(20_000)
})

test('the words say between which two questions the index catches up', () => {
  expect(lagSaid({ runs, setting: { embedMs: 1000, before: 20 } })).toBe(
    'After 10 s the index doesn’t know of the nuts yet; after 30 s it does.',
  )
})
