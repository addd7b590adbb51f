import { anything, fields, listOf, mapOf, maybe, oneOf, text, whole, type Shape } from '../core/plan/shape.ts'
import type { Problem } from '../core/types/problem.ts'
import type { Json, Op } from '../core/types.ts'
import { levels } from '../levels.ts'

/** Twenty years, which is the most that Cassandra accepts. (Attributes.MAX_TTL.) */
const longestTtlSeconds = 630_720_000

const name = text(1000)

/** A shape whose field may be left out, typed as the shape itself: what's left out has its default later. */
export const some = <T>(shape: Shape<T>) => maybe(shape) as Shape<T>
const level = some(oneOf(...levels))
const columns = some(mapOf(anything as Shape<Json>))
const timestamp = some(whole(-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER))

/** The name of a node, which may be left out. */
export const node = some(text(60))
const writing = { key: name, value: some(anything as Shape<Json>), columns, level, timestamp, ttl: some(whole(0, longestTtlSeconds)) } // prettier-ignore

/** The arguments of an operation that says only at which node it's done. */
export const atNode = fields({ node })

let shapes: { readonly [operation: string]: Shape<unknown> } = {
  write: fields(writing),
  insert: fields(writing),
  delete: fields({ key: name, columns, level, timestamp }),
  read: fields({ key: name, columns: some(listOf(name, 1, 1000)), level, timestamp }),
  flush: atNode,
  compact: atNode,
  stop: atNode,
}

/** What more operations take: handed in with them. */
export function provideShapes(more: typeof shapes): void {
  shapes = { ...shapes, ...more }
}

/** What's wrong with the arguments of a ring's operation, said before it runs, with what's allowed. */
export function misasked(op: Op, where: string): readonly Problem[] {
  const problems: Problem[] = []
  shapes[op.do]?.(op.args ?? {}, `${where}.args`, problems)
  return problems
}
