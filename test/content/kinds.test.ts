import { expect, it } from 'vitest'
import { kinds } from '#learning/kinds/index.ts'
import { lessons, quickDeck } from './lessons.ts'

const questions = lessons.flatMap((lesson) => lesson.questions)

it('there are at least 70 questions and 110 cards over the seven lessons', () => {
  expect(lessons).toHaveLength(7)
  expect(questions.length).toBeGreaterThanOrEqual(70)
  expect(lessons.flatMap(({ cards }) => cards).length + quickDeck.length).toBeGreaterThanOrEqual(110)
})

it('every kind is asked at least once, each of the newer ones at least twice', () => {
  const count = (kind: string) => questions.filter((question) => question.kind === kind).length
  for (const kind of kinds.keys()) expect(count(kind), kind).toBeGreaterThanOrEqual(1)
  for (const kind of ['order', 'click', 'predict-run', 'fix-cell', 'place-points'])
    expect(count(kind), kind).toBeGreaterThanOrEqual(2)
})
