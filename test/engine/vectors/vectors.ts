import { mix, unit } from '#engine/core/draws.ts'
import { Space, type Measure } from '#engine/vectors/space.ts'

/** A seeded number from -1 to 1. */
const draw = (seed: number, at: number) => 2 * unit(mix(seed, at), at) - 1

/** Rows scattered about `clusters` places: within `spread` of one of them. Without clusters, everywhere. */
export function scattered(
  seed: number,
  { rows, dims = 4, clusters = 0, spread = 0.1 }: { rows: number; dims?: number; clusters?: number; spread?: number }, // prettier-ignore
): readonly Float32Array[] {
  return Array.from({ length: rows }, (_, row) =>
    Float32Array.from({ length: dims }, (_, place) => {
      const own = draw(mix(seed, row), place)
      return clusters === 0 ? own : draw(mix(seed, 1_000_000 + (row % clusters)), place) + spread * own
    }),
  )
}

export function spaceOf(rows: readonly Float32Array[], measure: Measure = 'cosine'): Space {
  return Space.of(rows, measure)
}
