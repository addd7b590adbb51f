import { AuthorMistake } from '#learning/quiz/kind.ts'
import type { Kind, Reason } from '#learning/quiz/kind.ts'
import type { MadeReasons } from '#learning/quiz/mistakes.schema.ts'
import { judgePoints, readsExplained, somePointsDo } from '#outline/points.ts'
import type { Span } from '#outline/points.ts'
import type { PlacePoints } from './place-points.schema.ts'

/** What a page needs to ask such a question and to grade it. */
export interface PlacePointsData extends MadeReasons {
  readonly spans: readonly Span[]
  readonly isPossible: boolean
  readonly mistakes: readonly { readonly answer: string; readonly reason: string }[]
}

/** Milliseconds by operation, or that no points do. */
export type Points = { readonly [span: string]: number } | 'none'

/** The kind in which each operation of a history gets its linearization point, or none fits. */
export const placePoints: Kind<PlacePoints, PlacePointsData, Points | undefined> = {
  kind: 'place-points',
  produces: true,
  problems: () => [],
  view({ id, reason, otherwise, mistakes }, { key, picture }) {
    const spans = spansOf(id, picture)
    const isPossible = somePointsDo(spans)
    if (key !== (isPossible ? 'some' : 'none')) {
      throw new AuthorMistake(
        `question ${id}: expected the key "${isPossible ? 'some' : 'none'}", which every order of its history gives; received ${JSON.stringify(key)}. Fix the cell.`,
      )
    }
    const shown = mistakes.map((mistake) => ({ answer: mistake.answer, reason: mistake.reason }))
    return { spans, isPossible, reason, otherwise, mistakes: shown }
  },
  grade(data, answer) {
    if (answer === undefined) return { ask: 'Move a point, or tick “No points explain every answer”.' }
    return answer === 'none' ? gradeNone(data) : gradePoints(data, answer)
  },
  recall: (choice) =>
    choice === 'none'
      ? 'none'
      : Object.fromEntries(
          choice.split(', ').map((point) => {
            const [span = '', at = ''] = point.split('=')
            return [span, Number(at)]
          }),
        ),
  reasons: (data) => [
    rightReason(data, false),
    ...data.mistakes.map(({ answer, reason }) => ({
      label: labelOf(data, answer),
      ...{ reason, isRight: false, isChosen: false },
    })),
  ],
}

function gradeNone(data: PlacePointsData) {
  const best = rightReason(data, !data.isPossible)
  const mine = { label: 'No points explain it', reason: whyNot(data, 'none'), isRight: false, isChosen: true }
  return { right: !data.isPossible, choice: 'none', reasons: data.isPossible ? [mine, best] : [best] }
}

function gradePoints(data: PlacePointsData, answer: { readonly [span: string]: number }) {
  const points = Object.fromEntries(data.spans.map(({ id, end }) => [id, answer[id] ?? end]))
  const outside = data.spans.find(({ id, call, end }) => !(points[id]! >= call && points[id]! <= end))
  if (outside) return { ask: 'Each point has to stand within its operation.' }
  const placed = judgePoints(data.spans, points)
  const choice = data.spans.map(({ id }) => `${id}=${points[id]}`).join(', ')
  if (placed.ok) return { right: true, choice, reasons: [rightReason(data, true)] }
  const { read, expected } = placed
  const explained = readsExplained(data.spans, points)
  const reads = data.spans.filter(({ kind }) => kind === 'read').length
  const reason = whyNot(data, data.isPossible ? read.id : 'some')
  const label = `At ${points[read.id]} ms ${read.client} should have read ${expected ?? 'nothing'}, and was told ${read.value ?? 'nothing'}`
  return {
    ...(explained > 0 && data.isPossible && { part: `your points explain ${explained} of ${reads} reads` }),
    right: false,
    choice,
    reasons: [{ label, said: `${label}.`, reason, isRight: false, isChosen: true }, rightReason(data, false)],
  }
}

const whyNot = ({ mistakes, otherwise }: PlacePointsData, answer: string): string =>
  mistakes.find((mistake) => mistake.answer === answer)?.reason ?? otherwise

const rightReason = ({ isPossible, reason }: PlacePointsData, isChosen: boolean): Reason => ({
  label: isPossible ? 'Points in an order that explains every answer' : 'No points explain it',
  ...{ reason, isRight: true, isChosen },
})

function labelOf({ spans }: PlacePointsData, answer: string): string {
  if (answer === 'none') return 'No points explain it'
  if (answer === 'some') return 'Some points explain it'
  const span = spans.find(({ id }) => id === answer)
  return `Points that don’t explain what ${span?.client ?? answer} read`
}

function spansOf(id: string, published: unknown): readonly Span[] {
  const refuse = (why: string) =>
    new AuthorMistake(
      `question ${id}: expected its cell to publish a history of 2 to 6 operations as JSON text, received ${why}. Fix the cell.`,
    )
  if (typeof published !== 'string') throw refuse(JSON.stringify(published) ?? 'nothing')
  const spans = JSON.parse(published) as readonly Span[]
  if (spans.length < 2 || spans.length > 6) throw refuse(`${spans.length} of them`)
  return spans
}
