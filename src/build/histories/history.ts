import type { Json } from '#engine/core/types.ts'
import { isRecord } from '#engine/face/value-text.ts'

/** One thing that a client asked of a real Cassandra. */
export interface Step {
  readonly id: string
  readonly key: string
  /** The coordinator: A, B, C, or D once it has joined. */
  readonly via: string
  readonly do: 'read' | 'set' | 'insert' | 'del' | 'delcol'
  readonly level: string
  /** Microseconds. */
  readonly ts?: number
  /** Seconds. */
  readonly ttl?: number
  readonly cols?: { readonly [column: string]: string }
  /** The column that is deleted. */
  readonly col?: string
  /** The one column that a read asks for. */
  readonly only?: string
}

/** A part of a history: requests, of which those of one round are sent at once, or something done to a node. */
export type Phase =
  | { readonly do: 'ops'; readonly rounds: readonly (readonly Step[])[] }
  | { readonly do: 'down' | 'up' | 'repair' | 'join' | 'leave'; readonly node: string }
  | { readonly do: 'flush' | 'compact'; readonly nodes: readonly string[] }
  | { readonly do: 'wait'; readonly s: number }

/** A random history and what a real cluster of three nodes answered; see README.md of the data. */
export interface History {
  readonly seed: number
  readonly kind?: string
  readonly hints: boolean
  readonly readRepair?: 'BLOCKING' | 'NONE'
  readonly replicas?: number
  readonly tokens: { readonly [node: string]: readonly string[] }
  readonly phases: readonly Phase[]
  /** By the step: 'ok', a row by column, null for no row, or the name of an error. */
  readonly answers: { readonly [step: string]: Json }
}

/** All requests of a history, in the order in which they were sent. */
export function stepsOf({ phases }: History): readonly Step[] {
  return phases.flatMap((phase) => (phase.do === 'ops' ? phase.rounds.flat() : []))
}

const errors: { readonly [name: string]: string } = {
  Unavailable: 'unavailable',
  WriteTimeout: 'timeout',
  ReadTimeout: 'timeout',
}

/** Both answers as texts that are equal when they say the same. */
export function answersOf(real: Json, ours: Json | undefined): readonly [real: string, ours: string] {
  return [
    isRecord(real) && 'error' in real
      ? `error ${errors[String(real['error'])] ?? String(real['error'])}`
      : rowText(real),
    ours === undefined || !isRecord(ours)
      ? 'nothing'
      : 'error' in ours
        ? `error ${String(ours['error'])}`
        : rowText('value' in ours ? (ours['value'] ?? null) : 'ok'),
  ]
}

/** A row without its empty columns, in the order of their names. */
function rowText(answer: Json): string {
  if (!isRecord(answer)) return JSON.stringify(answer)
  return JSON.stringify(
    Object.fromEntries(
      Object.entries(answer)
        .filter(([, value]) => value !== null)
        .sort(),
    ),
  )
}
