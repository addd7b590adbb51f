import { exactSearch, recallOf } from '#engine/vectors/exact.ts'
import { floatBytes, quantised } from '#engine/vectors/quantise.ts'
import { Space } from '#engine/vectors/space.ts'
import { CourseIndex, vectorsOf } from './course-index.ts'
import type { TokenTable } from './embed.ts'
import { hitsAt, placesOf, type Asked } from './measure.ts'
import type { Passage } from './passage.ts'

/** The passages' vectors stored with so many bits a number, and what a search of them finds. */
export interface FewerBits {
  /** 32 for floats. */
  readonly bits: number
  readonly bytes: number
  /**
   * Of a passage's six nearest (itself among them), the mean share that's still among the six; 1 for floats. Every passage
   * asks; in a course of more than `mostAsking`, as many that lie evenly among them.
   */
  readonly kept: number
  /** Questions with an answer among the first 1, 3 and 6. */
  readonly hits: readonly number[]
}

/** Each one that asks is compared with all: more of them would make a long course's build take the square of its length. */
const mostAsking = 500

/** Measures the passages' vectors as floats, and rounded to each of these bits. Pure. */
export function measureFewerBits(
  passages: readonly Passage[],
  table: TokenTable,
  asked: readonly Asked[],
  bits: readonly number[] = [8, 4, 2],
): readonly FewerBits[] {
  const whole = vectorsOf(passages, table).map((row) => Float32Array.from(row))
  const exact = Space.of(whole)
  const every = Math.ceil(whole.length / mostAsking)
  const asking = whole.filter((_, place) => place % every === 0)
  const nearest = asking.map((row) => exactSearch(exact, row, 6))
  const measured = (rows: readonly Float32Array[], of: number, bytes: number): FewerBits => {
    const space = Space.of(rows)
    const shares = asking.map((row, place) => recallOf(exactSearch(space, row, 6), nearest[place]!))
    const index = new CourseIndex(passages, table, { meanings: false }, rows)
    const places = placesOf(index, 'vectors', asked)
    return {
      bits: of,
      bytes,
      kept: shares.reduce((sum, share) => sum + share, 0) / shares.length,
      hits: [1, 3, 6].map((first) => hitsAt(places, first)),
    }
  }
  return [
    measured(whole, 32, floatBytes(whole)),
    ...bits.map((one) => {
      const { rows, bytes } = quantised(whole, one)
      return measured([...rows], one, bytes)
    }),
  ]
}
