import { describe, expect, it } from 'vitest'
import { cellValue } from '#build/cells.ts'
import { resolvedOf } from '#build/question.ts'
import { kinds } from '#learning/kinds/index.ts'
import type { OrderData } from '#learning/kinds/order.ts'
import type { PlacePointsData } from '#learning/kinds/place-points.ts'
import type { PredictRunData } from '#learning/kinds/predict-run.ts'
import type { KeyValue } from '#learning/quiz/key.ts'
import type { QuestionBase } from '#learning/quiz/base.schema.ts'
import type { Kind } from '#learning/quiz/kind.ts'
import { shownPrediction } from '#learning/quiz/predictions.ts'
import { missingReferences } from '#learning/quiz/references.ts'
import { judgePoints } from '#outline/points.ts'
import type { Span } from '#outline/points.ts'
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
      const resolved = await resolvedOf(slug, question)
      const data = kind.view(question, resolved, 1)
      const reasons = kind.reasons(data)
      expect(reasons.filter(({ isRight }) => isRight).length).toBeGreaterThan(0)
      expect(reasons.every(({ reason }) => reason.trim().length > 10)).toBe(true)
      const answer = rightAnswer(question, data, resolved.key)
      expect(kind.grade(data, answer)).toMatchObject({ right: true })
      const wrongOnes = wrongAnswers(question, data)
      expect(wrongOnes.length).toBeGreaterThan(0)
      for (const wrong of wrongOnes) expect(kind.grade(data, wrong)).toMatchObject({ right: false })
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

/** The answer of a reader who has it right, as the form of each kind gives it. */
function rightAnswer(question: QuestionBase, data: unknown, key: KeyValue): unknown {
  const asText = String(key)
  switch (question.kind) {
    case 'choose-many':
    case 'order':
      return asText.split(' ')
    case 'number':
      return asText
    case 'fix-cell':
      return { passed: asText.split(' ') }
    case 'predict-run': {
      const { rows, came } = data as PredictRunData
      return Object.fromEntries(rows.map(({ id }, index) => [id, came[index]]))
    }
    case 'place-points':
      return asText === 'none' ? 'none' : somePoints((data as PlacePointsData).spans)
    default:
      return key
  }
}

/** Points that explain a history, found by trying: each operation at a few moments between its call and its answer. */
function somePoints(spans: readonly Span[]): Readonly<Record<string, number>> {
  const moments = (span: Span) =>
    [0, 0.2, 0.4, 0.6, 0.8, 1].map((share) => span.call + Math.round(share * (span.end - span.call)))
  const tries = spans.reduce<readonly Readonly<Record<string, number>>[]>(
    (found, span) => found.flatMap((points) => moments(span).map((at) => ({ ...points, [span.id]: at }))),
    [{}],
  )
  return tries.find((points) => judgePoints(spans, points).ok) ?? {}
}

/** The answers that somebody with each misconception would give. */
function wrongAnswers(question: QuestionBase, data: unknown): readonly unknown[] {
  const written = question as unknown as {
    options?: { id: string; misconception?: string }[]
    mistakes?: { answer: number | string[] }[]
    leaves?: { misconception?: string }[]
    targets?: { id: string; misconception?: string }[]
    checks?: { id: string }[]
  }
  switch (question.kind) {
    case 'click':
      return (written.targets ?? []).flatMap(({ id, misconception }) => (misconception ? [id] : []))
    case 'fix-cell':
      return (written.checks ?? []).map(({ id }) => ({
        passed: (written.checks ?? []).flatMap((check) => (check.id === id ? [] : [check.id])),
      }))
    case 'order': {
      const { right, swaps } = data as OrderData
      return swaps.map(({ first, then }) =>
        right.map((id) => (id === first ? then : id === then ? first : id)),
      )
    }
    case 'predict-run': {
      const { rows, came, mistakes } = data as PredictRunData
      const all = Object.fromEntries(rows.map(({ id }, index) => [id, came[index]]))
      return mistakes.map(({ row, outcome }) => ({ ...all, [row]: outcome }))
    }
    case 'place-points': {
      // As the points stand before anybody has moved them, they explain nothing: the reader has to think.
      const { spans, isPossible } = data as PlacePointsData
      const middle = Object.fromEntries(spans.map(({ id, call, end }) => [id, Math.round((call + end) / 2)]))
      return isPossible ? ['none', middle] : [middle]
    }
  }
  const lures = (written.options ?? []).filter(({ misconception }) => misconception).map(({ id }) => id)
  const mistakes = (written.mistakes ?? []).flatMap(({ answer }) =>
    typeof answer === 'number' ? [String(answer)] : answer,
  )
  const leaves = (written.leaves ?? []).flatMap(({ misconception }, index) => (misconception ? [index] : []))
  return [...(question.kind === 'choose-many' ? lures.map((id) => [id]) : lures), ...mistakes, ...leaves]
}
