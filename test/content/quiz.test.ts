import { describe, expect, it } from 'vitest'
import { cellValue } from '#build/cells.ts'
import { kinds } from '#learning/kinds/index.ts'
import type { Kind, QuestionBase } from '#learning/quiz/kind.ts'
import { shownPrediction } from '#learning/quiz/predictions.ts'
import { missingReferences } from '#learning/quiz/references.ts'
import { idsOf, lessons, sectionsOf } from './lessons.ts'

const quizzed = lessons.filter(({ questions }) => questions.length > 0)
const known = {
  misconceptions: idsOf('content/misconceptions.yaml', 'misconceptions'),
  sources: idsOf('content/sources.yaml', 'sources'),
}
const places = (text: string, tag: string): string[] =>
  [...text.matchAll(new RegExp(`<${tag}\\s+id="([^"]+)"`, 'g'))].map(([, id = '']) => id)

it('at least the lesson on Merkle trees has a quiz', () =>
  expect(quizzed.map(({ slug }) => slug)).toContain('merkle-trees'))

it('no id is given twice in the site, to a question or a prediction', () => {
  const ids = quizzed.flatMap(({ questions, predictions }) =>
    [...questions, ...predictions].map(({ id }) => id),
  )
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
})

describe.each(quizzed)('the quiz of $slug', (lesson) => {
  const { slug, questions, predictions, text } = lesson
  const inText = questions.filter(({ place }) => place === 'text')
  const inPool = questions.filter(({ place }) => place === 'pool')

  it('has five questions in the text and at least five in the pool', () => {
    expect(inText).toHaveLength(5)
    expect(inPool.length).toBeGreaterThanOrEqual(5)
  })

  it('begins every id with the slug of its lesson', () =>
    expect(
      [...questions, ...predictions].map(({ id }) => id.split('.')[0]).filter((start) => start !== slug),
    ).toEqual([]))

  it('asks why or what happens in at least three of five, for a term in at most one of five', () => {
    const share = (asks: readonly string[]) =>
      questions.filter((question) => asks.includes(question.asks)).length / questions.length
    expect(share(['why', 'next', 'which-run'])).toBeGreaterThanOrEqual(0.6)
    expect(share(['recall'])).toBeLessThanOrEqual(0.2)
  })

  it('has at least one answer in three made, not picked; in the text as in the pool', () => {
    for (const list of [inText, inPool]) {
      const made = list.filter(({ kind }) => kinds.get(kind)?.produces)
      expect(made.length / list.length).toBeGreaterThanOrEqual(1 / 3)
    }
  })

  it('names only misconceptions and sources that are written down', () =>
    expect(questions.flatMap((question) => missingReferences(question, known))).toEqual([]))

  it('points every question and prediction at a section of the lesson', () => {
    const sections = sectionsOf(lesson)
    expect(
      [...questions, ...predictions].filter(({ section }) => !sections.has(section)).map(({ id }) => id),
    ).toEqual([])
  })

  it('stands in the lesson: each question of the text once, none of the pool, and each prediction with its return', () => {
    expect([...places(text, 'Question')].sort()).toEqual(inText.map(({ id }) => id).sort())
    expect(places(text, 'Predict')).toEqual(predictions.map(({ id }) => id))
    expect([...places(text, 'Revisit')].sort()).toEqual(predictions.map(({ id }) => id).sort())
  })

  it.each(questions)(
    '$id: its key, computed anew, is graded right and every other answer wrong',
    async (question) => {
      const kind = kinds.get(question.kind) as Kind
      const { picture } = question as QuestionBase & { picture?: { cell: string; value: string } }
      const { key } = question
      const resolved = {
        key: 'stated' in key ? key.stated : await cellValue(slug, key.computed.cell, key.computed.value),
        ...(picture && { picture: await cellValue(slug, picture.cell, picture.value) }),
      }
      const data = kind.view(question, resolved as Parameters<Kind['view']>[1], 1)
      const reasons = kind.reasons(data)
      expect(reasons.filter(({ isRight }) => isRight).length).toBeGreaterThan(0)
      expect(reasons.every(({ reason }) => reason.trim().length > 10)).toBe(true)
      const isPicked = question.kind === 'choose-many' ? String(resolved.key).split(' ') : resolved.key
      const answer = question.kind === 'number' ? String(resolved.key) : isPicked
      expect(kind.grade(data, answer)).toMatchObject({ right: true })
      for (const wrong of wrongAnswers(question))
        expect(kind.grade(data, wrong)).toMatchObject({ right: false })
      const graded = kind.grade(data, answer)
      if (graded.ask !== undefined) throw new Error('a key that cannot be read as an answer')
      expect(kind.grade(data, kind.recall(graded.choice))).toEqual(graded)
    },
  )

  it.each(predictions)('$id: one of its options comes true when it is run', async (prediction) => {
    const { key } = prediction
    const came = 'stated' in key ? key.stated : await cellValue(slug, key.computed.cell, key.computed.value)
    expect(prediction.options.map(({ id }) => id)).toContain(shownPrediction(prediction, came).came)
  })
})

/** The answers that somebody with each misconception would give. */
function wrongAnswers(question: QuestionBase): readonly unknown[] {
  const written = question as unknown as {
    options?: { id: string; misconception?: string }[]
    mistakes?: { answer: number | string[] }[]
    leaves?: { misconception?: string }[]
  }
  const lures = (written.options ?? []).filter(({ misconception }) => misconception).map(({ id }) => id)
  const mistakes = (written.mistakes ?? []).flatMap(({ answer }) =>
    typeof answer === 'number' ? [String(answer)] : answer,
  )
  const leaves = (written.leaves ?? []).flatMap(({ misconception }, index) => (misconception ? [index] : []))
  return [...(question.kind === 'choose-many' ? lures.map((id) => [id]) : lures), ...mistakes, ...leaves]
}
