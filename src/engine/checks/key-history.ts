import type { Json, Operation } from '../core/types.ts'
import { canonical } from './canonical.ts'

/** A write or a delete as clients saw it. A delete writes null. `return` is Infinity when no answer came. */
export interface Written {
  /** Position in the history. */
  readonly position: number
  readonly operation: Operation
  /** Canonical text of the value. */
  readonly value: string
  readonly call: number
  readonly return: number
  /** From when on the value may have expired; Infinity without a time to live. */
  readonly expires: number
}

/** A read that was answered with a value. */
export interface Seen {
  readonly position: number
  readonly operation: Operation
  readonly value: string
  readonly call: number
  readonly return: number
}

/** All that clients did to one key, refusals left out, in order of the calls. */
export interface KeyHistory {
  readonly key: string
  readonly writes: readonly Written[]
  readonly reads: readonly Seen[]
}

/** Canonical text of "nothing there". */
export const nothing = 'null'

/**
 * The history taken apart by key. Only read, write and delete with a `key` count. A key is left out whose value can't be
 * told from one write: a client incremented it, or wrote some of its columns.
 */
export function keyHistories(history: readonly Operation[]): KeyHistory[] {
  const stories = new Map<string, { key: string; writes: Written[]; reads: Seen[] }>()
  const untold = new Set(history.filter(({ do: verb }) => verb === 'increment').map(keyAsked))
  for (const operation of history) if (writesColumns(operation)) untold.add(keyAsked(operation))
  for (const [position, operation] of history.entries()) {
    const input = operation.input as { readonly [name: string]: Json | undefined } | null
    const key = input?.['key']
    if (typeof key !== 'string' || untold.has(key) || isRefusal(operation.output)) continue
    const story = stories.get(key) ?? { key, writes: [], reads: [] }
    stories.set(key, story)
    const { call } = operation
    const end = operation.return ?? Infinity
    if (operation.do === 'read' && end !== Infinity) {
      story.reads.push({ position, operation, value: valueOf(operation.output), call, return: end })
    } else if (operation.do === 'write' || operation.do === 'delete') {
      const value = operation.do === 'delete' ? nothing : canonical(input?.['value'] ?? null)
      story.writes.push({ position, operation, value, call, return: end, expires: expiryOf(operation) })
    }
  }
  return [...stories.values()]
}

/** The key that an operation is about, if it is about one. */
export function keyAsked({ input }: Operation): Json | undefined {
  return (input as { readonly [name: string]: Json | undefined } | null)?.['key']
}

/** Whether it writes or deletes some columns, and leaves others as they are. */
export function writesColumns({ input }: Operation): boolean {
  return (input as { readonly [name: string]: Json | undefined } | null)?.['columns'] !== undefined
}

/**
 * From when on what was written may have expired, by clocks that are in step; Infinity without a time to live. Replicas
 * count in whole seconds: what was written at 1.9 s for 5 s is gone at 6 s.
 */
export function expiryOf({ call, input }: Operation): number {
  const ttlSeconds = (input as { readonly [name: string]: Json | undefined } | null)?.['ttl']
  if (typeof ttlSeconds !== 'number' || ttlSeconds === 0) return Infinity
  return 1000 * (Math.floor(call / 1000) + ttlSeconds)
}

/** An answer {error} says for certain that nothing was done. */
export function isRefusal(output: Json | undefined): boolean {
  return typeof output === 'object' && output !== null && 'error' in output
}

/** A read's answer is {value}, or in a history recorded elsewhere the value itself. */
function valueOf(output: Json | undefined): string {
  const wrapped = typeof output === 'object' && output !== null && 'value' in output
  return canonical(wrapped ? (output as { readonly value: Json }).value : (output ?? null))
}

/**
 * The last write that was answered before `call` and that `value`, seen up to `seen`, is too old for; undefined when
 * the value is the last acknowledged one, or one of a write that was on its way or never answered.
 */
export function tooOldFor(story: KeyHistory, value: string, call: number, seen: number): Written | undefined {
  const acknowledged = story.writes.filter((write) => write.return < call)
  const laterThan = (end: number) => acknowledged.filter((write) => end < write.call)
  const sources = story.writes
    .filter((write) => write.call <= seen && couldShow(write, value, seen))
    .map((write) => write.return)
  if (value === nothing) sources.push(-1)
  const excuses = sources.map(laterThan)
  if (excuses.some((later) => later.length === 0)) return undefined
  // A value that nobody wrote is too old for whatever was written last.
  const against = excuses.length === 0 ? acknowledged : excuses.flat()
  return against.reduce<Written | undefined>(
    (last, write) => (last === undefined || write.call > last.call ? write : last),
    undefined,
  )
}

function couldShow(write: Written, value: string, seen: number): boolean {
  return write.value === value || (value === nothing && write.expires !== Infinity && write.expires <= seen)
}
