import { AuthorMistake } from '#learning/quiz/kind.ts'
import type { Kind, Reason } from '#learning/quiz/kind.ts'
import type { MadeReasons } from '#learning/quiz/mistakes.schema.ts'
import type { PredictRun } from './predict-run.schema.ts'

type Row = PredictRun['rows'][number]

type RowMistake = PredictRun['mistakes'][number]

/** What a page needs to ask such a question and to grade it. */
export interface PredictRunData extends MadeReasons {
  /** The plan that plays once the reader has committed. */
  readonly plan: unknown
  readonly rows: readonly Row[]
  readonly outcomes: readonly string[]
  /** What came, by row. */
  readonly came: readonly string[]
  readonly mistakes: readonly Omit<RowMistake, 'misconception'>[]
}

/** The predicted outcomes by row id. */
export type RunPredicted = { readonly [row: string]: string }

const between = ' | '

/** The kind in which the outcome of a run is predicted, and the run played. */
export const predictRun: Kind<PredictRun, PredictRunData, RunPredicted | undefined> = {
  kind: 'predict-run',
  produces: true,
  problems({ rows, outcomes, mistakes }) {
    return mistakes.flatMap(({ row, outcome }) =>
      rows.some(({ id }) => id === row) && outcomes.includes(outcome)
        ? []
        : [`expected a row and an outcome of this question in "mistakes", received "${row}": "${outcome}"`],
    )
  },
  view({ id, rows, outcomes, reason, otherwise, mistakes }, { key, picture }) {
    const came = String(key).split(between)
    const odd = came.find((outcome) => !outcomes.includes(outcome))
    if (came.length !== rows.length || odd !== undefined) {
      throw new AuthorMistake(
        `question ${id}: expected one of its outcomes (${outcomes.join(', ')}) for each of ${rows.length} rows, received ${JSON.stringify(key)}. Fix the outcomes or the cell.`,
      )
    }
    const isRight = mistakes.find(
      (mistake) => came[rows.findIndex((row) => row.id === mistake.row)] === mistake.outcome,
    )
    if (isRight) {
      throw new AuthorMistake(
        `question ${id}: the mistake "${isRight.row}": "${isRight.outcome}" is what the run gives. Fix the mistake or the cell.`,
      )
    }
    const shown = mistakes.map(({ row, outcome, reason: why }) => ({ row, outcome, reason: why }))
    return { plan: planOf(id, picture), rows, outcomes, came, reason, otherwise, mistakes: shown }
  },
  grade(data, answer = {}) {
    const { rows, came, mistakes, otherwise } = data
    if (rows.some(({ id }) => answer[id] === undefined)) return { ask: 'Predict each row first.' }
    const met = rows.filter(({ id }, index) => answer[id] === came[index]).length
    const isRight = met === rows.length
    const missed = rows.flatMap(({ id, text }, index): readonly Reason[] => {
      if (answer[id] === came[index]) return []
      const known = mistakes.find(({ row, outcome }) => row === id && outcome === answer[id])
      const label = `${text}: ${answer[id]}`
      return [{ label, reason: known?.reason ?? otherwise, isRight: false, isChosen: true }]
    })
    return {
      ...(!isRight && met > 0 && { part: `${met} of ${rows.length} came as you predicted` }),
      right: isRight,
      choice: rows.map(({ id }) => `${id}=${answer[id]}`).join(between),
      reasons: [...missed, rightReason(data, isRight)],
    }
  },
  recall: (choice) =>
    Object.fromEntries(
      choice.split(between).map((row) => {
        const [id = '', ...outcome] = row.split('=')
        return [id, outcome.join('=')]
      }),
    ),
  reasons: (data) => [
    rightReason(data, false),
    ...data.mistakes.map(({ row, outcome, reason }) => ({
      label: `${data.rows.find(({ id }) => id === row)?.text}: ${outcome}`,
      ...{ reason, isRight: false, isChosen: false },
    })),
  ],
}

const rightReason = ({ rows, came, reason }: PredictRunData, isChosen: boolean): Reason => ({
  label: rows.map(({ text }, index) => `${text}: ${came[index]}`).join('; '),
  ...{ reason, isRight: true, isChosen },
})

function planOf(id: string, published: unknown): unknown {
  if (typeof published === 'string') return JSON.parse(published)
  throw new AuthorMistake(
    `question ${id}: expected its cell to publish the plan as JSON text, received ${JSON.stringify(published) ?? 'nothing'}. Write value('plan', JSON.stringify(scenario.plan)).`,
  )
}
