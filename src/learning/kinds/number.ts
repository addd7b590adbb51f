import { AuthorMistake } from '#learning/quiz/kind.ts'
import type { Kind, Reason } from '#learning/quiz/kind.ts'
import type { MadeReasons } from '#learning/quiz/mistakes.schema.ts'
import { grouped } from '#text/numbers.ts'
import { readTyped } from './typed-number.ts'
import { saysPercent } from './typed-unit.ts'
import type { NumberQuestion } from './number.schema.ts'

/** What a page needs to ask such a question and to grade it. */
export interface NumberData extends MadeReasons {
  readonly value: number
  readonly tolerance: number
  readonly unit: string
  readonly mistakes: readonly { readonly answer: number; readonly reason: string }[]
}

/** The kind in which a number is typed. */
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
        `question ${id}: the mistake ${swallowed.answer} is right, because the key is ${key} with a tolerance of ${tolerance}. Fix the mistake or the tolerance.`,
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
    const met = rightOne ?? knownOne
    const ask = unclear(readings, met) ?? unclearShare(answer, readings, data, met)
    if (ask !== undefined) return { ask }
    const value = met ?? readings[0]!
    const right = rightOne !== undefined
    const known = data.mistakes.find((mistake) => mistake.answer === value)
    const mine: Reason = { label: withUnit(value, data.unit), reason: '', isRight: right, isChosen: true }
    const best = rightReason(data, right)
    const told = toldAs(data)
    const said =
      value === data.value
        ? undefined
        : `You typed ${grouped(value)}; ${told === data.value ? 'exactly' : 'it’s about'} ${withUnit(told, data.unit)}`
    const reasons = right
      ? [said === undefined ? { ...best, label: withUnit(value, data.unit) } : { ...best, said }]
      : [{ ...mine, reason: known?.reason ?? data.otherwise }, best]
    return { right, choice: choiceOf(value, data.unit), reasons }
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

/** What to ask where a sign may part thousands or decimals and it makes a difference; undefined where it's clear. */
function unclear([likely, other]: readonly number[], met: number | undefined): string | undefined {
  if (likely === undefined || other === undefined) return undefined
  const isComma = Math.abs(likely) > Math.abs(other)
  // Nobody writes three noughts behind the decimal sign of a whole number: it's a thousand as likely.
  const isNoughts = Number.isInteger(met) && met === (isComma ? other : likely)
  return isNoughts || (isComma && met === undefined)
    ? `Do you mean ${likely} or ${other}? Type it without a ${isComma ? 'comma' : 'point'}, please.`
    : undefined
}

/** What to ask where a share may have been typed in place of a percentage: 0.97 for 97%. */
function unclearShare(
  answer: string,
  [value = 0]: readonly number[],
  { unit, value: key }: NumberData,
  met: number | undefined,
): string | undefined {
  const isShare = unit === '%' && value > 0 && value < 1 && key >= 1 && !saysPercent(answer)
  if (!isShare || met !== undefined) return undefined
  return `Do you mean ${value}% or ${Number((value * 100).toPrecision(12))}%? Type it with its %, please.`
}

/** A number as the log keeps it: read again, it's this number and no other. */
function choiceOf(value: number, unit: string): string {
  const text = String(value)
  if (/^-?\d{1,3}\.\d{3}$/.test(text)) return `${text}0`
  return unit === '%' && value > 0 && value < 1 ? `${text}%` : text
}

const isWithin = (value: number, key: number, tolerance: number): boolean =>
  Math.abs(value - key) <= tolerance

/** The answer as a reader can take it in: eight figures at most, unless that would no longer count as right. */
function toldAs({ value, tolerance }: NumberData): number {
  const short = Number.isInteger(value) ? value : Number(value.toPrecision(8))
  return isWithin(short, value, tolerance) ? short : value
}

const rightReason = (data: NumberData, isChosen: boolean): Reason => ({
  label: withUnit(toldAs(data), data.unit) + (data.tolerance > 0 ? `, within ${data.tolerance}` : ''),
  reason: data.reason,
  isRight: true,
  isChosen,
})

const withUnit = (value: number, unit: string): string =>
  unit === '%' ? `${grouped(value)}%` : `${grouped(value)}\u00a0${unit}`
