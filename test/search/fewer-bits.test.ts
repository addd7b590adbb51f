import { expect, test } from 'vitest'
import { coursePassages, courseTable, sampleQuestions } from '#build/search.ts'
import { measureFewerBits } from '#search/fewer-bits.ts'

test('fewer bits take fewer bytes and keep fewer neighbours, and eight keep nearly all', async () => {
  const rows = measureFewerBits(
    await coursePassages({ values: false }),
    courseTable(),
    sampleQuestions(),
    [8, 4, 2, 2],
  )
  const [floats, eight, four, two, again] = rows
  expect(floats).toMatchObject({ bits: 32, kept: 1 })
  for (const [more, less] of [
    [floats, eight],
    [eight, four],
    [four, two],
  ] as const) {
    expect(less!.bytes).toBeLessThan(more!.bytes)
    expect(less!.kept).toBeLessThanOrEqual(more!.kept)
  }
  expect(eight!.kept).toBeGreaterThan(0.95)
  expect(two!.kept).toBeLessThan(0.8)
  expect(again).toEqual(two)
  for (const { hits } of rows) expect(hits).toEqual([...hits].sort((one, other) => one - other))
  // What lesson 7 says below its table.
  expect(Math.abs(four!.hits[2]! - floats!.hits[2]!)).toBeLessThanOrEqual(3)
  expect(two!.hits[2]).toBeLessThan(floats!.hits[2]! - 3)
  expect(floats!.hits[2]).toBeGreaterThan(0)
})
