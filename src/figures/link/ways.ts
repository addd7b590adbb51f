import { digestBytes } from '#engine/merkle/descent.ts'
import type { Exchange } from './cost.ts'

/** What a row is taken to weigh where no rows are held: an order slip with its fields. */
export const rowBytes = 200

/**
 * What four ways of finding one difference send among 2^depth rows, by formula, so that no tree of a billion rows need
 * be built: the walk asks for both children below each hash that differs, a level a trip.
 */
export function waysAmong(depth: number): readonly Exchange[] {
  const rows = 2 ** depth
  return [
    { id: 'walk', name: 'Level by level', roundTrips: depth + 1, bytes: (1 + 2 * depth) * digestBytes },
    { id: 'tree', name: 'The whole tree', roundTrips: 1, bytes: (2 * rows - 1) * digestBytes },
    { id: 'leaves', name: 'Its leaves alone', roundTrips: 1, bytes: rows * digestBytes },
    { id: 'copy', name: 'All the rows', roundTrips: 1, bytes: rows * rowBytes },
  ]
}
