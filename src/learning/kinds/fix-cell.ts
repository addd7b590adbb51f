import { AuthorMistake } from '#learning/quiz/kind.ts'
import type { Kind, Reason } from '#learning/quiz/kind.ts'
import type { FixCell } from './fix-cell.schema.ts'

type CellCheck = FixCell['checks'][number]

/** What a page needs to ask such a question and to grade it. */
export interface FixCellData {
  readonly cell: string
  readonly checkedBy: string
  readonly checks: readonly Omit<CellCheck, 'misconception'>[]
  readonly reason: string
}

/** What a run of the checks gave: the ids of those that passed, or why they couldn’t run. */
export type Checked = { readonly passed: readonly string[] } | { readonly failed: string }

/** The kind in which a cell is changed until its checks pass. */
export const fixCell: Kind<FixCell, FixCellData, Checked | undefined> = {
  kind: 'fix-cell',
  produces: true,
  isLive: true,
  problems: ({ checkedBy, picture }) =>
    picture.cell === checkedBy && picture.value === 'passed'
      ? []
      : [`expected "picture: { cell: ${checkedBy}, value: passed }", the checks of the broken cell`],
  view({ id, cell, checkedBy, checks, reason }, { key, picture }) {
    const ids = checks.map((check) => check.id)
    if (String(key).split(' ').sort().join() !== [...ids].sort().join()) {
      throw new AuthorMistake(
        `question ${id}: expected its repair to pass all checks (${ids.join(' ')}), received ${JSON.stringify(key)}. Fix the repair or the checks.`,
      )
    }
    if (typeof picture !== 'string' || ids.every((check) => picture.split(' ').includes(check))) {
      throw new AuthorMistake(
        `question ${id}: expected the cell to fail a check before anybody has fixed it, received ${JSON.stringify(picture)}. Break the cell.`,
      )
    }
    const shown = checks.map(({ id: check, text, reason: why }) => ({ id: check, text, reason: why }))
    return { cell, checkedBy, checks: shown, reason }
  },
  grade(data, answer) {
    if (answer === undefined) return { ask: 'The checks have to run first. Press Check again.' }
    if ('failed' in answer) return { ask: answer.failed }
    const { checks } = data
    const passed = checks.filter(({ id }) => answer.passed.includes(id)).length
    const isRight = passed === checks.length
    return {
      ...(!isRight && passed > 0 && { part: `${passed} of ${checks.length} checks pass` }),
      right: isRight,
      choice: `passes: ${checks.flatMap(({ id }) => (answer.passed.includes(id) ? [id] : [])).join(' ') || 'none'}`,
      reasons: isRight ? [whole(data, true)] : checkReasons(data, answer.passed),
    }
  },
  recall: (choice) => ({ passed: choice.replace('passes: ', '').split(' ') }),
  reasons: (data) => [whole(data, false), ...checkReasons(data, [])],
}

const whole = ({ reason }: FixCellData, isChosen: boolean): Reason => ({
  ...{ label: 'every check passes', said: 'Every check passes.', reason, isRight: true, isChosen },
})

/** The checks that fail, each with its reason. */
const checkReasons = ({ checks }: FixCellData, passed: readonly string[]): readonly Reason[] =>
  checks
    .filter(({ id }) => !passed.includes(id))
    .map(({ text, reason }) => ({
      ...{ label: text, said: `Not met: ${text}`, reason, isRight: false, isChosen: true },
    }))
