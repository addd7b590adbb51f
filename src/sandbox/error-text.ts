import { limits } from './limits.ts'
import { descends } from './slots.ts'
import { cut } from './cut.ts'
import { ownValue } from './own-value.ts'
import { errorRoot, getPrototypeOf } from './taken.ts'

/** True for errors of every class, and for what says it is one by its prototype. */
export function isError(value: object): boolean {
  try {
    return descends(value, errorRoot)
  } catch {
    return false
  }
}

/** `RangeError: what it says`, read without calling any code of the error's. */
export function errorText(error: object): string {
  return `${errorName(error)}: ${errorMessage(error)}`
}

/** The class of an error, as its own or its class's `name` says. */
export function errorName(error: object): string {
  for (
    let at: object | null = error, steps = 0;
    at !== null && steps < 10;
    at = getPrototypeOf(at), steps++
  ) {
    const name = ownValue(at, 'name')
    if (typeof name === 'string') return cut(name, 60)
  }
  return 'Error'
}

/** An error's message, cut; empty when it has none. */
export function errorMessage(error: object): string {
  const message = ownValue(error, 'message')
  return typeof message === 'string' ? cut(message, limits.stringCharacters) : ''
}
