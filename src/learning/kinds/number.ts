import { AuthorMistake } from '#learning/quiz/kind.ts'
import type { Kind, Reason } from '#learning/quiz/kind.ts'
import type { MadeReasons } from '#learning/quiz/mistakes.schema.ts'
import { grouped } from '#text/numbers.ts'
import { readTyped } from './typed-number.ts'
import type { NumberQuestion } from './number.schema.ts'

export interface NumberData extends MadeReasons {
  readonly value: number
  readonly tolerance: number
  readonly unit: string
  readonly mistakes: readonly { readonly answer: number; readonly reason: string }[]
}

export const number: Kind<NumberQuestion, NumberData, string | undefined> = {
  kind: 'number',
  produces: true,
  problems: () => [],
  view({ id, tolerance, unit, reason, otherwise, mistakes }, { key }) {
    if (typeof key !== 'number') {
      throw new AuthorMistake(
        `question ${id}: expected a number as key, received ${JSON.stringify(key)}. Publish a number from the cell.`,
      )
    }
    const swallowed = mistakes.find(({ answer }) => isWithin(answer, key, tolerance))
    if (swallowed) {
      throw new AuthorMistake(
        `question ${id}: the mistake ${swallowed.answer} is right, for the key is ${key} with a tolerance of ${tolerance}. Mend the mistake or the tolerance.`,
      )
    }
    const shown = mistakes.map((mistake) => ({ answer: mistake.answer, reason: mistake.reason }))
    return { value: key, tolerance, unit, reason, otherwise, mistakes: shown }
  },
  grade(data, answer = '') {
    const typed = readTyped(answer, data.unit)
    if ('ask' in typed) return typed
    const { readings } = typed
    // Nobody is wrong for how they write a number: if one reading is right, it's the one that was meant.
    const rightOne = readings.find((reading) => isWithin(reading, data.value, data.tolerance))
    const knownOne = readings.find((reading) => data.mistakes.some((mistake) => mistake.answer === reading))
    const isUnclear = readings.length > 1 && answer.includes(',')
    if (rightOne === undefined && knownOne === undefined && isUnclear) {
      const [thousands = 0, decimal = 0] = readings
      return { ask: `Do you mean ${thousands} or ${decimal}? Type it without a comma, please.` }
    }
    const value = rightOne ?? knownOne ?? readings[0]!
    const right = rightOne !== undefined
    const known = data.mistakes.find((mistake) => mistake.answer === value)
    const mine: Reason = { label: withUnit(value, data.unit), reason: '', isRight: right, isChosen: true }
    const best = rightReason(data, right)
    const said =
      value === data.value
        ? undefined
        : `You typed ${grouped(value)}; exactly ${withUnit(data.value, data.unit)}`
    const reasons = right
      ? [said === undefined ? { ...best, label: withUnit(value, data.unit) } : { ...best, said }]
      : [{ ...mine, reason: known?.reason ?? data.otherwise }, best]
    return { right, choice: String(value), reasons }
  },
  recall: (choice) => choice,
  reasons: (data) => [
    rightReason(data, false),
    ...data.mistakes.map(({ answer, reason }) => ({
      label: withUnit(answer, data.unit),
      reason,
      isRight: false,
      isChosen: false,
    })),
  ],
}

const isWithin = (value: number, key: number, tolerance: number): boolean =>
  Math.abs(value - key) <= tolerance

const rightReason = ({ value, tolerance, unit, reason }: NumberData, isChosen: boolean): Reason => ({
  label: withUnit(value, unit) + (tolerance > 0 ? `, within ${tolerance}` : ''),
  reason,
  isRight: true,
  isChosen,
})

const withUnit = (value: number, unit: string): string =>
  unit === '%' ? `${grouped(value)}%` : `${grouped(value)}\u00a0${unit}`
