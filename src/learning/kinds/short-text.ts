import { AuthorMistake } from '#learning/quiz/kind.ts'
import type { Kind, Reason } from '#learning/quiz/kind.ts'
import type { MadeReasons } from '#learning/quiz/mistakes.schema.ts'
import type { ShortText } from './short-text.schema.ts'

/** What a page needs to ask such a question and to grade it. */
export interface ShortTextData extends MadeReasons {
  /** All accepted forms, the one to show first. */
  readonly forms: readonly string[]
  readonly mistakes: readonly { readonly answer: readonly string[]; readonly reason: string }[]
}

/** The kind in which a word or two are typed. */
export const shortText: Kind<ShortText, ShortTextData, string | undefined> = {
  kind: 'short-text',
  produces: true,
  problems: () => [],
  view({ id, also, reason, otherwise, mistakes }, { key }) {
    const forms = [...(Array.isArray(key) ? (key as readonly string[]) : [String(key)]), ...also]
    const accepted = new Set(forms.map(normalized))
    const clash = mistakes.flatMap(({ answer }) => answer).find((form) => accepted.has(normalized(form)))
    if (clash !== undefined) {
      throw new AuthorMistake(
        `question ${id}: "${clash}" is both accepted and a mistake. Take it out of one list.`,
      )
    }
    const shown = mistakes.map((mistake) => ({ answer: mistake.answer, reason: mistake.reason }))
    return { forms, reason, otherwise, mistakes: shown }
  },
  grade(data, answer = '') {
    const given = normalized(answer)
    if (given === '') return { ask: 'Type your answer first: a word or two.' }
    const right = data.forms.some((form) => normalized(form) === given)
    const known = data.mistakes.find((mistake) => mistake.answer.some((form) => normalized(form) === given))
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
export const normalized = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/["'`“”‘’«»\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[-\u2010-\u2015\s]+/g, ' ')
    .trim()
    .replace(/^(the|a|an) /, '')
    .replace(/[.!?,;:]+$/, '')
    .trim()
