import { anything, fields, flag, maybe, oneOf, text, whole, type Shape } from '../core/plan/shape.ts'
import type { Problem } from '../core/types/problem.ts'
import type { Json, Op } from '../core/types.ts'
import { levels } from '../levels.ts'
import { readConcern, readPreference, writeConcern } from './concern.ts'

const ms = whole(0, 366 * 24 * 3600 * 1000)
const key = text(200)
const level = maybe(oneOf(...levels))
const session = {
  session: maybe(text(60)),
  afterClusterTime: maybe(fields({ term: whole(0, 1e9), index: whole(0, 1e9) })),
}
const changes = { key, level, writeConcern: maybe(writeConcern), ...session }

/** What an operator asks of one member, and of no other. */
export const commandShapes: { readonly [command: string]: Shape<unknown> } = {
  stepDown: fields({ forMs: maybe(ms), catchUpMs: maybe(ms), force: maybe(flag) }),
  freeze: fields({ forMs: ms }),
  stepUp: fields({}),
  resync: fields({}),
  rollbackFiles: fields({}),
}

/** What each operation of a replica set may be asked with. */
export const askedShapes: { readonly [operation: string]: Shape<unknown> } = {
  read: fields({
    key,
    level,
    readConcern: maybe(readConcern),
    readPreference: maybe(readPreference),
    ...session,
  }),
  write: fields({ ...changes, value: anything as Shape<Json> }),
  delete: fields(changes),
  increment: fields({ ...changes, by: maybe(whole(-1e9, 1e9)) }),
  ...commandShapes,
}

/** What's wrong with the arguments by a table of shapes; an operation that isn't in it may have any. */
export function misaskedBy(shapes: { readonly [operation: string]: Shape<unknown> }) {
  return ({ do: what, args }: Op, where: string): readonly Problem[] => {
    const problems: Problem[] = []
    shapes[what]?.(args ?? {}, `${where}.args`, problems)
    return problems
  }
}

/** What's wrong with the arguments of an operation: unknown names, levels, concerns and preferences. */
export const misasked = misaskedBy(askedShapes)
