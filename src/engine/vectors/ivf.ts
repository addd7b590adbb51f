import { mix, unit } from '../core/draws.ts'
import type { Allowed } from './exact.ts'
import { Nearest } from './nearest.ts'
import { normalised, Space, type Hit, type Vector } from './space.ts'

/** How rows are divided into lists. */
export interface IvfOptions {
  /** Into how many lists the rows are divided. */
  readonly lists: number
  readonly seed?: number
  /** How often k-means moves its centres; 8 when left out. */
  readonly rounds?: number
}

/**
 * An inverted file: k-means divides the rows into lists, each around a centre, and a search reads only the lists whose
 * centres are nearest. What lies just beyond the border of a list that isn't read is missed.
 */
export class Ivf {
  readonly space: Space
  readonly centres: Space
  /** The rows of each list, by the number of its centre. */
  readonly members: readonly number[][]

  constructor(space: Space, { lists, seed = 1, rounds = 8 }: IvfOptions) {
    this.space = space
    const count = Math.min(lists, space.rows)
    let centres = Space.of(firstRows(space, count, seed), space.measure)
    for (let round = 0; round < rounds; round++) centres = moved(space, centres)
    this.centres = centres
    this.members = assigned(space, centres)
    // Each round, and the last sorting into lists, compared every row with every centre.
    space.compared += (rounds + 1) * space.rows * count
  }

  /** The k nearest rows of the `probes` lists whose centres are nearest. With all lists it's exact. */
  search(query: Vector, { k, probes }: { k: number; probes: number }, allowed: Allowed = () => true): Hit[] {
    const prepared = this.space.prepared(query)
    const nearest = new Nearest(k)
    for (const list of this.probed(prepared, probes)) {
      for (const row of this.members[list]!) {
        if (allowed(row)) nearest.offer(row, this.space.score(row, prepared))
      }
    }
    return nearest.sorted()
  }

  /** The lists that a search would read, nearest centre first. Comparing with the centres is counted too. */
  probed(query: Vector, probes: number): readonly number[] {
    const prepared = this.space.prepared(query)
    const nearest = new Nearest(probes)
    for (let list = 0; list < this.centres.rows; list++) {
      this.space.compared++
      nearest.offer(list, this.centres.score(list, prepared))
    }
    return nearest.sorted().map(({ row }) => row)
  }
}

/** Different rows to begin with, drawn by the seed. */
function firstRows(space: Space, count: number, seed: number): readonly Float32Array[] {
  const drawn = Array.from({ length: space.rows }, (_, row) => ({ row, draw: unit(mix(seed, row), 1) }))
  drawn.sort((a, b) => a.draw - b.draw || a.row - b.row)
  return drawn.slice(0, count).map(({ row }) => space.at(row))
}

function assigned(space: Space, centres: Space): number[][] {
  const members: number[][] = Array.from({ length: centres.rows }, () => [])
  for (let row = 0; row < space.rows; row++) members[closest(centres, space.at(row))]!.push(row)
  return members
}

function closest(centres: Space, row: Float32Array): number {
  let best = 0
  let bestScore = -Infinity
  for (let list = 0; list < centres.rows; list++) {
    const score = centres.score(list, row)
    if (score > bestScore) [best, bestScore] = [list, score]
  }
  return best
}

/** Each centre moved to the mean of its rows; one without rows stays where it is. */
function moved(space: Space, centres: Space): Space {
  const next = assigned(space, centres).map((rows, list) => {
    if (rows.length === 0) return centres.at(list)
    const mean = new Float32Array(space.dims)
    for (const row of rows) for (const [place, value] of space.at(row).entries()) mean[place]! += value
    return space.measure === 'cosine' ? normalised(mean) : mean.map((value) => value / rows.length)
  })
  return Space.of(next, space.measure)
}
