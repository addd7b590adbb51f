import { describe, expect, it } from 'vitest'
import { shownPrediction } from '#learning/quiz/predictions.ts'
import { predictionsSchema } from '#learning/quiz/predictions.schema.ts'

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

describe('a lesson’s predictions as they’re written', () => {
  const option = (id: string) => ({ id, text: 'It waits.', afterwards: 'It did not wait, as you saw.' })
  const written = {
    ...{ id: 'lesson.opening', version: 1, section: 'opening', prompt: 'What happens then?' },
    options: [option('waits'), option('answers')],
    key: { computed: { cell: 'main', value: 'happens' } },
    outcome: 'It answered at once.',
  }
  const faultsOf = (change: object) =>
    (predictionsSchema.safeParse([{ ...written, ...change }]).error?.issues ?? []).map(({ path }) => path.slice(1).join('.')) // prettier-ignore

  it('are read as they are', () => expect(predictionsSchema.parse([written])).toEqual([written]))

  it.each([
    ['an id that names no lesson', { id: 'opening' }, 'id'],
    ['one option alone, since nothing is then predicted', { options: [option('waits')] }, 'options'],
    ['more options than a reader weighs', { options: ['a', 'b', 'c', 'd', 'e'].map(option) }, 'options'],
    ['an option with no word for later', { options: [{ id: 'a', text: 'It waits.' }, option('b')] }, 'options.0.afterwards'], // prettier-ignore
    ['an unknown key', { hint: 'none' }, ''],
    ['no key', { key: undefined }, 'key'],
  ])('are refused with %s, at its place', (_, change, place) => expect(faultsOf(change)).toEqual([place]))
})
