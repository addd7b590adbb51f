import type { Json } from '../core/types.ts'
import type { Level } from '../levels.ts'
import type { ReadConcern, ReadPreference, WriteConcern } from './concern.ts'
import { translations } from './levels.ts'
import { holdersOf } from './members.ts'
import type { ReplicaSetOptions } from './options.ts'
import type { OpTime } from './optime.ts'
import type { SetNode } from './state.ts'

/** What a client asks for. A level implies concerns; a concern that's given wins over the level. */
export interface Asked {
  readonly key: string
  readonly value?: Json
  /** Of an increment; 1 when left out. */
  readonly by?: number
  readonly level?: Level
  readonly writeConcern?: WriteConcern
  readonly readConcern?: ReadConcern
  readonly readPreference?: ReadPreference
  /** The causally consistent session that this belongs to, by any name. The driver keeps what it has seen. */
  readonly session?: string
  /** The answer may show nothing older than this. The driver adds it for a session. */
  readonly afterClusterTime?: OpTime
  /** Which write this is: a retried one has the same. Added by the driver. */
  readonly statement?: string
}

/** The write concern of a write: its own, else its level's, else the set's. */
export function writeConcernOf({ options }: SetNode, asked: Asked): WriteConcern {
  if (asked.writeConcern !== undefined) return asked.writeConcern
  const level = asked.level ?? options.write
  if (level === undefined) return options.writeConcern
  const { write } = translations[level]
  return write === 'all' ? { w: holdersOf(options).length } : write
}

/** What a read may see, and of whom. */
export interface WantedRead {
  readonly concern: ReadConcern
  readonly preference: ReadPreference
}

/** Undefined when a read can't ask for this level. */
export function readConcernOf({ options }: Pick<SetNode, 'options'>, asked: Asked): WantedRead | undefined {
  const level = asked.level ?? options.read
  const usual = { concern: options.readConcern, preference: options.readPreference }
  const translated = level === undefined ? usual : translations[level].read
  if (translated === undefined) return undefined
  return {
    concern: asked.readConcern ?? translated.concern,
    preference: asked.readPreference ?? translated.preference,
  }
}

/** Whether a read has to find the primary first. */
export function prefersPrimary(options: ReplicaSetOptions, asked: Asked | null): boolean {
  const wanted = readConcernOf({ options }, asked ?? { key: '' })
  return wanted?.preference === 'primary' || wanted?.preference === 'primaryPreferred'
}
