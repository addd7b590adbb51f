import { expect, it } from 'vitest'
import { shownPrediction } from '#learning/quiz/predictions.ts'

const options = ['a', 'b', 'c'].map((id) => ({ id, text: id, afterwards: id }))
const order = (id: string, version = 1) =>
  shownPrediction(
    {
      id,
      version,
      section: 's',
      prompt: 'p',
      outcome: 'o',
      key: { computed: { cell: 'c', value: 'v' } },
      options,
    },
    'c',
  ).options.map((option) => option.id)

it('the options of a prediction are shuffled by its id and version: the right one has no place of its own', () => {
  const ids = Array.from({ length: 60 }, (_, index) => `lesson.p${index}`)
  for (const place of [0, 1, 2]) {
    const there = ids.filter((id) => order(id)[place] === 'c').length
    expect(there).toBeGreaterThan(8)
  }
  expect(ids.map((id) => order(id))).toEqual(ids.map((id) => order(id)))
  expect(ids.some((id) => order(id, 2).join() !== order(id, 1).join())).toBe(true)
})
