import type { Kind } from '#learning/quiz/kind.ts'
import { optionProblems, optionReasons, shownOptions } from '#learning/quiz/options.ts'
import type { ShownOption } from '#learning/quiz/options.ts'
import { shuffle } from '#learning/shuffle.ts'
import type { ChooseMany } from './choose-many.schema.ts'

/** What a page needs to ask such a question and to grade it. */
export interface ChooseManyData {
  readonly options: readonly ShownOption[]
}

/** The kind in which several options may be right. */
export const chooseMany: Kind<ChooseMany, ChooseManyData, readonly string[] | undefined> = {
  kind: 'choose-many',
  produces: false,
  problems: ({ options }) => optionProblems(options, { least: 1, most: Math.max(1, options.length - 1) }),
  // A cell publishes no lists, so a computed key is the ids in one text, with spaces between them.
  view: ({ id, options }, { key }, seed) => ({
    options: shuffle(shownOptions(id, options, typeof key === 'object' ? key : String(key).split(' ')), seed),
  }),
  grade({ options }, answer = []) {
    const chosen = options.filter(({ id }) => answer.includes(id))
    if (chosen.length === 0) return { ask: 'Tick at least one answer first.' }
    const part = partOf(options, answer)
    return {
      ...(part !== undefined && { part }),
      right: options.every(({ id, isRight }) => isRight === answer.includes(id)),
      // In the order of ids, so that the same choice is the same text whatever the shuffle.
      choice: chosen
        .map(({ id }) => id)
        .sort()
        .join(' '),
      reasons: optionReasons(options, answer),
    }
  },
  recall: (choice) => choice.split(' '),
  reasons: ({ options }) => optionReasons(options, []),
  reshuffle: ({ options }, seed) => ({ options: shuffle(options, seed) }),
}

/** How much of an answer was right, in words; undefined where nothing was, or all. */
function partOf(options: readonly ShownOption[], answer: readonly string[]): string | undefined {
  const right = options.filter(({ isRight }) => isRight)
  const found = right.filter(({ id }) => answer.includes(id)).length
  const wrong = answer.length - found
  if (found === 0 || (found === right.length && wrong === 0)) return undefined
  const missing = right.length - found
  const parts = [
    `${found} of ${right.length} found`,
    missing > 0 && (missing === 1 ? 'one is missing' : `${missing} are missing`),
    wrong > 0 && (wrong === 1 ? 'one doesn’t belong' : `${wrong} don’t belong`),
  ].filter((one) => one !== false)
  return `${parts[0]}; ${parts.slice(1).join(' and ')}`
}
