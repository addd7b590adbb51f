import { keySchema } from '#learning/quiz/key.ts'
import { AuthorMistake, baseShape, sentence } from '#learning/quiz/kind.ts'
import type { Kind, QuestionBase, Reason } from '#learning/quiz/kind.ts'
import type { MadeReasons } from '#learning/quiz/mistakes.ts'

/**
 * Change a cell until its checks pass. The reader’s text is run in the sandbox by a checking cell that imports it and
 * publishes `passed`, the ids of the checks that pass. The key is what the author’s own repair passes: all of them.
 */
export interface FixCell extends QuestionBase, Pick<MadeReasons, 'reason'> {
  readonly kind: 'fix-cell'
  /** The broken cell, and the one that imports and checks it. */
  readonly cell: string
  readonly checkedBy: string
  readonly checks: readonly CellCheck[]
  /** What `checkedBy` publishes of the broken cell: filled in by the build. */
  readonly picture: { readonly cell: string; readonly value: string }
}

interface CellCheck {
  readonly id: string
  readonly text: string
  /** Why a program that fails it fails. */
  readonly reason: string
  readonly misconception: string
}

export interface FixCellData {
  readonly cell: string
  readonly checkedBy: string
  readonly checks: readonly Omit<CellCheck, 'misconception'>[]
  readonly reason: string
}

/** What a run of the checks gave: the ids of those that passed, or why they couldn’t run. */
export type Checked = { readonly passed: readonly string[] } | { readonly failed: string }

export const fixCell: Kind<FixCell, FixCellData, Checked | undefined> = {
  kind: 'fix-cell',
  produces: true,
  isLive: true,
  parse: (z) =>
    z.strictObject({
      ...baseShape(z, keySchema(z)),
      kind: z.literal('fix-cell'),
      reason: sentence(z, 'the reason why the repaired program passes'),
      cell: z.string().min(1),
      checkedBy: z.string().min(1),
      picture: z.strictObject({ cell: z.string().min(1), value: z.string().min(1) }),
      checks: z
        .array(
          z.strictObject({
            id: z.string().regex(/^[a-z0-9-]+$/, 'expected an id in small letters, digits and hyphens'),
            text: sentence(z, 'what the check asks for'),
            reason: sentence(z, 'the reason why a program fails this check'),
            misconception: z
              .string({ error: 'expected the misconception that fails this check, received none' })
              .min(1),
          }),
        )
        .min(2),
    }) as never,
  problems: ({ checkedBy, picture }) =>
    picture.cell === checkedBy && picture.value === 'passed'
      ? []
      : [`expected "picture: { cell: ${checkedBy}, value: passed }", the checks of the broken cell`],
  view({ id, cell, checkedBy, checks, reason }, { key, picture }) {
    const ids = checks.map((check) => check.id)
    if (String(key).split(' ').sort().join() !== [...ids].sort().join()) {
      throw new AuthorMistake(
        `question ${id}: expected its repair to pass all checks (${ids.join(' ')}), received ${JSON.stringify(key)}. Mend the repair or the checks.`,
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
