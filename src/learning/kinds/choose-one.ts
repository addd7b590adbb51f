import { keySchema } from '#learning/quiz/key.ts'
import { baseShape } from '#learning/quiz/kind.ts'
import type { Kind, QuestionBase } from '#learning/quiz/kind.ts'
import { optionProblems, optionReasons, optionSchema, shownOptions } from '#learning/quiz/options.ts'
import type { Option, ShownOption } from '#learning/quiz/options.ts'
import { shuffle } from '#learning/shuffle.ts'

/** Pick one of three: the right answer and two lures. The key is the id of the right option. */
export interface ChooseOne extends QuestionBase {
  readonly kind: 'choose-one'
  readonly options: readonly Option[]
  /** Why there are more than three options, when there are. */
  readonly more?: string | undefined
}

export interface ChooseOneData {
  readonly options: readonly ShownOption[]
}

export const chooseOne: Kind<ChooseOne, ChooseOneData, string | undefined> = {
  kind: 'choose-one',
  produces: false,
  parse: (z) =>
    z.strictObject({
      ...baseShape(z, keySchema(z)),
      kind: z.literal('choose-one'),
      options: z.array(optionSchema(z)).min(3),
      more: z.string().min(1).optional(),
    }),
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
