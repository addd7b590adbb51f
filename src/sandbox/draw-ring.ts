import type { Ring } from '#engine/ring/placement.ts'
import { addDrawer } from './pictures.ts'

/** The most ranges of a ring that one picture holds. */
const mostRanges = 1024

/**
 * A ring is drawn: its system by its options, from which the page works out who stores what, and one that a cell has worked
 * out itself by its ranges.
 */
addDrawer((shown) => {
  if (isSystem(shown)) return { type: 'picture', kind: 'ring', data: { options: shown.options } }
  if (!isRing(shown)) return undefined
  const ranges = shown.ranges.slice(0, mostRanges).map(({ range, replicas }) => ({
    left: `${range.left}`,
    right: `${range.right}`,
    replicas: [...replicas],
  }))
  return { type: 'picture', kind: 'ring', data: { ranges, all: shown.ranges.length } }
})

function isSystem(value: unknown): value is { readonly options: never } {
  const { name, program, options } = (value ?? {}) as {
    readonly name?: unknown
    readonly program?: unknown
    readonly options?: unknown
  }
  return name === 'ring' && typeof program === 'function' && typeof options === 'object'
}

function isRing(value: unknown): value is Ring {
  const { seats, ranges } = (value ?? {}) as Partial<Ring>
  return (
    Array.isArray(seats) &&
    Array.isArray(ranges) &&
    ranges.every(({ range, replicas }) => typeof range?.right === 'bigint' && Array.isArray(replicas))
  )
}
