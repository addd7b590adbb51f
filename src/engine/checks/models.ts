import { canonical } from './canonical.ts'
import type { Json } from '../core/types.ts'
import type { Model } from './order.ts'

/**
 * What a model sees of an operation: what was done, and with what. {@link callOf} makes it from an operation's `do` and
 * `input`, so that one model reads the histories of any system.
 */
export interface Call {
  readonly do: string
  readonly args: { readonly [name: string]: Json | undefined }
}

/** An operation's call as a model's `input`. An input that isn't an object arrives as `args.value`. */
export function callOf(operation: { readonly do: string; readonly input: Json }): Json {
  const { input } = operation
  const named = typeof input === 'object' && input !== null && !Array.isArray(input)
  return { do: operation.do, args: named ? input : { value: input } }
}

/**
 * What an operation answered: the value itself, or the `{value}`, `{ok}` or `{error}` of the databases here. A refusal
 * ({error}) says that nothing was done, so a model leaves the state as it is.
 */
function answerOf(output: Json | undefined): { readonly refused: boolean; readonly value: Json | undefined } {
  if (typeof output !== 'object' || output === null || Array.isArray(output)) {
    return { refused: false, value: output }
  }
  const answer = output as { readonly [name: string]: Json | undefined }
  if ('error' in answer) return { refused: true, value: undefined }
  return { refused: false, value: 'value' in answer ? answer['value'] : 'ok' in answer ? null : output }
}

/** The value that a register holds; null when nothing was written or the last was a delete. */
export interface Held {
  readonly value: Json
  /** Which write gave it a time to live; undefined for a value that stays. */
  readonly mortal?: Json
}

/**
 * One cell. `write {value}`, `delete` and `increment {by}` (1 when not given, of nothing or of what is no number: from 0)
 * may always happen; `read` answers what they left, or null. A write may say that it is `mortal`, with a name: then an
 * `expiry` of that name may take its value away, and no other.
 */
export const register: Model<Held> = {
  start: { value: null },
  step(state, input, output) {
    const call = input as unknown as Call
    const answer = answerOf(output)
    if (answer.refused) return state
    switch (call.do) {
      case 'write':
        return written(call.args['value'] ?? null, call.args['mortal'])
      case 'delete':
        return { value: null }
      case 'increment': {
        const sum = (typeof state.value === 'number' ? state.value : 0) + Number(call.args['by'] ?? 1)
        return typeof answer.value === 'number' && answer.value !== sum ? null : { value: sum }
      }
      case 'expiry':
        return state.mortal !== undefined && state.mortal === call.args['mortal'] ? { value: null } : null
      case 'read':
        return answer.value === undefined || canonical(answer.value) === canonical(state.value) ? state : null
      default:
        throw new RangeError(
          `a register knows read, write, delete, increment and expiry; received "${call.do}"`,
        )
    }
  },
  onlyReads: isRead,
  key: ({ value, mortal }) =>
    mortal === undefined ? canonical(value) : `${canonical(value)} until it expires (${String(mortal)})`,
}

function written(value: Json, mortal: Json | undefined): Held {
  return mortal === undefined ? { value } : { value, mortal }
}

/** Many registers, one for each `args.key`. A map is linearizable exactly when each of its keys is (Herlihy, Wing 1990). */
export const map: Model<Held> = { ...register, split: keyTextOf }

/**
 * A number that starts at 0. `increment {by}` (1 when not given) answers the new number or only that it was done;
 * `read` answers the number. Counters of different `args.key` are judged apart.
 */
export const counter: Model<number> = {
  start: 0,
  split: keyTextOf,
  step(state, input, output) {
    const call = input as unknown as Call
    const { refused, value } = answerOf(output)
    if (refused) return state
    switch (call.do) {
      case 'increment': {
        const sum = state + Number(call.args['by'] ?? 1)
        return typeof value === 'number' && value !== sum ? null : sum
      }
      case 'read':
        return value === undefined || (value ?? 0) === state ? state : null
      default:
        throw new RangeError(`a counter knows read and increment; received "${call.do}"`)
    }
  },
  onlyReads: isRead,
  key: String,
}

function keyTextOf(input: Json): string {
  return canonical((input as unknown as Call).args['key'] ?? null)
}

function isRead(input: Json): boolean {
  return (input as unknown as Call).do === 'read'
}
