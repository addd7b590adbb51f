import { expect, it } from 'vitest'
import { kinds } from '#learning/kinds/index.ts'
import { lessons, quickDeck } from './lessons.ts'

const questions = lessons.flatMap((lesson) => lesson.questions)
const cards = [...lessons.flatMap((lesson) => lesson.cards), ...quickDeck]

it('there are at least 70 questions and 110 cards over the seven lessons', () => {
  expect(lessons).toHaveLength(7)
  expect(questions.length).toBeGreaterThanOrEqual(70)
  expect(cards.length).toBeGreaterThanOrEqual(110)
})

it('every kind is asked at least once, each of the newer ones at least twice', () => {
  const count = (kind: string) => questions.filter((question) => question.kind === kind).length
  for (const kind of kinds.keys()) expect(count(kind), kind).toBeGreaterThanOrEqual(1)
  for (const kind of ['order', 'click', 'predict-run', 'fix-cell', 'place-points'])
    expect(count(kind), kind).toBeGreaterThanOrEqual(2)
})

it.each(lessons)('at least two questions of $slug are set in a system of the reader’s own', (lesson) => {
  const transfers = lesson.questions.filter((question) => question.transfers)
  expect(transfers.length).toBeGreaterThanOrEqual(2)
  for (const { id, prompt } of transfers) expect(prompt, id).toMatch(/\b(you|your)\b/i)
})

it('some cards are drawn again at each showing, in three lessons at least', () => {
  const drawn = lessons.filter((lesson) => lesson.cards.some((card) => card.drawn !== undefined))
  expect(drawn.length).toBeGreaterThanOrEqual(3)
})

it('no right option gives itself away by its length', () => {
  const lengths = questions.flatMap((question) => {
    if (question.kind !== 'choose-one') return []
    const { options } = question as unknown as { options: { text: string; misconception?: string }[] }
    const of = (isLure: boolean) =>
      options
        .filter(({ misconception }) => (misconception !== undefined) === isLure)
        .map(({ text }) => text.length)
    return [{ id: question.id, right: of(false)[0]!, lures: of(true) }]
  })
  expect(lengths.length).toBeGreaterThan(40)
  for (const { id, right, lures } of lengths) expect(right / Math.max(...lures), id).toBeLessThan(1.25)
  const share = (isOut: (one: (typeof lengths)[number]) => boolean) =>
    lengths.filter(isOut).length / lengths.length
  // By chance it's one in three.
  expect(share(({ right, lures }) => right > Math.max(...lures))).toBeLessThan(0.45)
  expect(share(({ right, lures }) => right < Math.min(...lures))).toBeLessThan(0.45)
})
