import type { Problem } from '../types/problem.ts'

/** Reads a value of unknown origin; what doesn't fit is added to `problems`, and the result is then worth nothing. */
export type Shape<T> = (value: unknown, where: string, problems: Problem[]) => T

/** A value as a message shows it: short. NaN is NaN, and not the null that JSON makes of it. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  let text: string = typeof value
  try {
    text = text === 'number' ? String(value) : (JSON.stringify(value) ?? text)
  } catch {
    // A circle, nested deeper than the stack, or a bigint: its kind must do.
  }
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}

function reject<T>(value: unknown, where: string, problems: Problem[], expected: string): T {
  problems.push({ where, expected, received: shown(value) })
  return undefined as T
}

/** A whole number of this range, both ends included. */
export function whole(least: number, most: number): Shape<number> {
  return (value, where, problems) =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most
      ? (value as number)
      : reject(value, where, problems, `a whole number from ${least} to ${most}`)
}

/** A number of this range, both ends included. */
export function numberFrom(least: number, most: number): Shape<number> {
  return (value, where, problems) =>
    typeof value === 'number' && value >= least && value <= most
      ? value
      : reject(value, where, problems, `a number from ${least} to ${most}`)
}

/** A text that isn't empty, of at most so many characters. */
export function text(most: number): Shape<string> {
  return (value, where, problems) =>
    typeof value === 'string' && value.length > 0 && value.length <= most
      ? value
      : reject(value, where, problems, `a text of 1 to ${most} characters`)
}

/** True or false. */
export const flag: Shape<boolean> = (value, where, problems) =>
  typeof value === 'boolean' ? value : reject(value, where, problems, 'true or false')

/** Anything at all: what a system parses itself. */
export const anything: Shape<never> = (value) => value as never

/** One of these values. */
export function oneOf<const T extends string | number>(...known: readonly T[]): Shape<T> {
  return (value, where, problems) =>
    known.includes(value as T)
      ? (value as T)
      : reject(value, where, problems, `one of ${known.map((one) => JSON.stringify(one)).join(', ')}`)
}

/** A list whose length lies between the two, both included, each entry of this shape. */
export function listOf<T>(item: Shape<T>, least: number, most: number): Shape<readonly T[]> {
  return (value, where, problems) => {
    if (!Array.isArray(value) || value.length < least || value.length > most) {
      return reject(value, where, problems, `a list of ${least} to ${most} entries`)
    }
    return value.map((one, index) => item(one, `${where}[${index}]`, problems))
  }
}

/** A map with any keys. */
export function mapOf<T>(item: Shape<T>): Shape<{ readonly [key: string]: T }> {
  return (value, where, problems) => {
    if (!isObject(value)) return reject(value, where, problems, 'an object')
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, item(one, `${where}.${key}`, problems)]),
    )
  }
}

/** An object with these fields and no others. */
export function fields<T>(shapes: { readonly [Key in keyof T]-?: Shape<T[Key]> }): Shape<T> {
  const known = Object.keys(shapes)
  return (value, where, problems) => {
    if (!isObject(value)) return reject(value, where, problems, `an object with ${known.join(', ')}`)
    for (const key of Object.keys(value)) {
      if (!known.includes(key))
        reject(value[key], `${where}.${key}`, problems, `one of the fields ${known.join(', ')}`)
    }
    const result: { [key: string]: unknown } = {}
    for (const key of known) {
      const read = shapes[key as keyof T](value[key], where === '' ? key : `${where}.${key}`, problems)
      if (read !== undefined) result[key] = read
    }
    return result as T
  }
}

/** This shape, or nothing. */
export function maybe<T>(shape: Shape<T>): Shape<T | undefined> {
  return (value, where, problems) => (value === undefined ? undefined : shape(value, where, problems))
}

/** This shape, or `otherwise` where nothing is given. */
export function orElse<T>(shape: Shape<T>, otherwise: T): Shape<T> {
  return (value, where, problems) => (value === undefined ? otherwise : shape(value, where, problems))
}

/**
 * An object of options has these fields and no others.
 * @throws PlanError that names each that isn't known, and what's allowed
 */
export function onlyKnown(what: string, given: unknown, known: readonly string[]): void {
  if (given === undefined) return
  if (!isObject(given)) throw new PlanError([{ where: what, expected: 'an object', received: shown(given) }])
  const problems = Object.keys(given)
    .filter((key) => !known.includes(key))
    .map((key) => ({
      where: `${what}.${key}`,
      expected: `one of the fields ${known.join(', ')}`,
      received: shown(given[key]),
    }))
  if (problems.length > 0) throw new PlanError(problems)
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A value from outside that isn't what it should be. */
export class PlanError extends Error {
  override readonly name = 'PlanError'
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(
      problems
        .map(({ where, expected, received }) => `${where}: expected ${expected}; received ${received}.`)
        .join('\n'),
    )
    this.problems = problems
  }
}

/** The value, or a {@link PlanError} with everything that is wrong. */
export function read<T>(shape: Shape<T>, value: unknown, where: string): T {
  const problems: Problem[] = []
  const result = shape(value, where, problems)
  if (problems.length > 0) throw new PlanError(problems)
  return result
}
