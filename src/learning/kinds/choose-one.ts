import type { Kind } from '#learning/quiz/kind.ts'
import { optionProblems, optionReasons, shownOptions } from '#learning/quiz/options.ts'
import type { ShownOption } from '#learning/quiz/options.ts'
import { shuffle } from '#learning/shuffle.ts'
import type { ChooseOne } from './choose-one.schema.ts'

/** What a page needs to ask such a question and to grade it. */
export interface ChooseOneData {
  readonly options: readonly ShownOption[]
}

/** The kind in which one option is right. */
export const chooseOne: Kind<ChooseOne, ChooseOneData, string | undefined> = {
  kind: 'choose-one',
  produces: false,
  problems({ options, more }) {
    const problems = optionProblems(options, { least: 1, most: 1 })
    if (options.length > 3 && more === undefined) {
      problems.push(
        `expected three options, received ${options.length}: take some out, or say in "more:" why they are needed`,
      )
    }
    return problems
  },
  view: ({ id, options }, { key }, seed) => ({
    options: shuffle(shownOptions(id, options, [String(key)]), seed),
  }),
  grade({ options }, answer) {
    const chosen = options.find(({ id }) => id === answer)
    if (!chosen) return { ask: 'Choose one of the answers first.' }
    return { right: chosen.isRight, choice: chosen.id, reasons: optionReasons(options, [chosen.id]) }
  },
  recall: (choice) => choice,
  reasons: ({ options }) => optionReasons(options, []),
  reshuffle: ({ options }, seed) => ({ options: shuffle(options, seed) }),
}
