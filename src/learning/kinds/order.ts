import { AuthorMistake } from '#learning/quiz/kind.ts'
import type { Kind, Reason } from '#learning/quiz/kind.ts'
import { shuffle } from '#learning/shuffle.ts'
import type { OrderQuestion } from './order.schema.ts'

type OrderedStep = OrderQuestion['steps'][number]

type Swap = OrderQuestion['mistakes'][number]

/** What a page needs to ask such a question and to grade it. */
export interface OrderData {
  /** As they're shown at first: never in the right order. */
  readonly steps: readonly OrderedStep[]
  /** The ids in the right order. */
  readonly right: readonly string[]
  readonly swaps: readonly Omit<Swap, 'misconception'>[]
}

/** The kind in which steps are put in order. */
export const order: Kind<OrderQuestion, OrderData, readonly string[] | undefined> = {
  kind: 'order',
  produces: true,
  problems({ steps, mistakes }) {
    const ids = steps.map(({ id }) => id)
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index)
    const unknown = mistakes.flatMap(({ first, then }) => [first, then]).filter((id) => !ids.includes(id))
    return [
      ...twice.map((id) => `expected step ids that differ, received "${id}" twice: rename one`),
      ...unknown.map((id) => `expected a step (${ids.join(', ')}) in "mistakes", received "${id}"`),
    ]
  },
  view({ id, steps, mistakes }, { key }, seed) {
    const right = Array.isArray(key) ? (key as readonly string[]) : String(key).split(' ')
    const ids = steps.map((step) => step.id)
    if ([...right].sort().join() !== [...ids].sort().join()) {
      throw new AuthorMistake(
        `question ${id}: expected the key to be its steps in order (${ids.join(' ')}), received "${right.join(' ')}". Fix the steps or the cell.`,
      )
    }
    const isRight = mistakes.find(({ first, then }) => right.indexOf(first) < right.indexOf(then))
    if (isRight) {
      throw new AuthorMistake(
        `question ${id}: the mistake "${isRight.first}" before "${isRight.then}" is the right order. Swap the two.`,
      )
    }
    const swaps = mistakes.map(({ first, then, reason }) => ({ first, then, reason }))
    return { steps: unordered(steps, right, seed), right, swaps }
  },
  grade({ steps, right, swaps }, answer) {
    if (answer === undefined || !isOrderOf(answer, right)) return { ask: 'Move at least one step first.' }
    const isRight = answer.join() === right.join()
    const kept = longestKept(answer.map((id) => right.indexOf(id)))
    const made = swaps.filter(({ first, then }) => answer.indexOf(first) < answer.indexOf(then))
    const text = (id: string) => steps.find((step) => step.id === id)?.text ?? id
    return {
      ...(!isRight &&
        kept > 1 && { part: `${kept} of ${right.length} steps follow each other as they should` }),
      right: isRight,
      choice: answer.join(' '),
      reasons: [
        ...made.map(({ first, then, reason }) => ({
          ...{ label: `“${text(first)}” before “${text(then)}”`, reason, isRight: false, isChosen: true },
        })),
        ...inOrder({ steps, right }, isRight),
      ],
    }
  },
  recall: (choice) => choice.split(' '),
  reasons: ({ steps, right, swaps }) => [
    ...inOrder({ steps, right }, false),
    ...swaps.map(({ first, then, reason }) => ({
      label: `${steps.find(({ id }) => id === first)?.text} before ${steps.find(({ id }) => id === then)?.text}`,
      ...{ reason, isRight: false, isChosen: false },
    })),
  ],
  reshuffle: (data, seed) => ({ ...data, steps: unordered(data.steps, data.right, seed) }),
}

/** The steps in an order that the seed decides and that isn't the right one. */
function unordered(
  steps: readonly OrderedStep[],
  right: readonly string[],
  seed: number,
): readonly OrderedStep[] {
  const shown = shuffle(steps, seed)
  const isRight = shown.map(({ id }) => id).join() === right.join()
  return isRight ? [...shown.slice(1), shown[0]!] : shown
}

const isOrderOf = (answer: readonly string[], right: readonly string[]): boolean =>
  Array.isArray(answer) && [...answer].sort().join() === [...right].sort().join()

/** Each step in its right place, said as such: “1. …”. */
const inOrder = (
  { steps, right }: Pick<OrderData, 'steps' | 'right'>,
  isChosen: boolean,
): readonly Reason[] =>
  right.map((id, index) => {
    const step = steps.find((one) => one.id === id)!
    const label = `${index + 1}. ${step.text}`
    return { label, reason: step.reason, isRight: true, isChosen, said: label }
  })

/** The most numbers of a list that rise from left to right: what was moved out of them is out of place. */
function longestKept(places: readonly number[]): number {
  const best: number[] = []
  for (const [index, place] of places.entries()) {
    const before = best.filter((_, other) => places[other]! < place)
    best[index] = 1 + Math.max(0, ...before)
  }
  return Math.max(0, ...best)
}
