import { keySchema } from '#learning/quiz/key.ts'
import { AuthorMistake, baseShape } from '#learning/quiz/kind.ts'
import type { Kind, QuestionBase, Reason } from '#learning/quiz/kind.ts'
import { madeShape, mistakeSchema } from '#learning/quiz/mistakes.ts'
import type { MadeReasons, Mistake } from '#learning/quiz/mistakes.ts'

/** Type a word or two. The key is the accepted forms, the best one first; case, spaces and a last full stop do not matter. */
export interface ShortText extends QuestionBase, MadeReasons {
  readonly kind: 'short-text'
  /** Other forms that are right as well, beside the key's. */
  readonly also: readonly string[]
  /** Each known mistake lists its forms. */
  readonly mistakes: readonly Mistake<readonly string[]>[]
}

export interface ShortTextData extends MadeReasons {
  /** All accepted forms, the one to show first. */
  readonly forms: readonly string[]
  readonly mistakes: readonly { readonly answer: readonly string[]; readonly reason: string }[]
}

export const shortText: Kind<ShortText, ShortTextData, string | undefined> = {
  kind: 'short-text',
  produces: true,
  parse: (z) =>
    z.strictObject({
      ...baseShape(z, keySchema(z)),
      ...madeShape(z),
      kind: z.literal('short-text'),
      also: z.array(z.string().min(1)).default([]),
      mistakes: z.array(mistakeSchema(z, z.array(z.string().min(1)).min(1))).min(1),
    }) as never,
  problems: () => [],
  view({ id, also, reason, otherwise, mistakes }, { key }) {
    const forms = [...(Array.isArray(key) ? (key as readonly string[]) : [String(key)]), ...also]
    const accepted = new Set(forms.map(plain))
    const clash = mistakes.flatMap(({ answer }) => answer).find((form) => accepted.has(plain(form)))
    if (clash !== undefined) {
      throw new AuthorMistake(
        `question ${id}: "${clash}" is both accepted and a mistake. Take it out of one list.`,
      )
    }
    const shown = mistakes.map((mistake) => ({ answer: mistake.answer, reason: mistake.reason }))
    return { forms, reason, otherwise, mistakes: shown }
  },
  grade(data, answer = '') {
    const given = plain(answer)
    if (given === '') return { ask: 'Type your answer first: a word or two.' }
    const right = data.forms.some((form) => plain(form) === given)
    const known = data.mistakes.find((mistake) => mistake.answer.some((form) => plain(form) === given))
    const best = rightReason(data, right)
    const label = answer.trim()
    const mine = { label, reason: known?.reason ?? data.otherwise, isRight: false, isChosen: true }
    return { right, choice: given.slice(0, 80), reasons: right ? [best] : [mine, best] }
  },
  recall: (choice) => choice,
  reasons: (data) => [
    rightReason(data, false),
    ...data.mistakes.map(({ answer, reason }) => ({
      label: answer[0] ?? '',
      reason,
      isRight: false,
      isChosen: false,
    })),
  ],
}

const rightReason = ({ forms, reason }: ShortTextData, isChosen: boolean): Reason => ({
  label: forms[0] ?? '',
  reason,
  isRight: true,
  isChosen,
})

/** What two forms must agree in: letters in lower case, one space between words, no quotes, no article, no last stop. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/["'`“”‘’]/g, '')
    .replace(/[-\s]+/g, ' ')
    .trim()
    .replace(/^(the|a|an) /, '')
    .replace(/[.!?]+$/, '')
    .trim()
