import type { DescentStep } from '#engine/merkle/descent.ts'
import { digestBytes } from '#engine/merkle/descent.ts'
import type { Exchange } from '#figures/link/cost.ts'
import { bytesOfRows, type Replicas } from './rows.ts'

/** The four ways of finding what differs. The walk's figures are those of the steps taken so far. */
export function exchangesOfRows(
  { rows, trees }: Replicas,
  walked: DescentStep | undefined,
  done: boolean,
): readonly Exchange[] {
  const [tree] = trees
  return [
    {
      id: 'walk',
      name: done ? 'Descent, level by level' : 'Descent, so far',
      roundTrips: walked?.roundTrips ?? 0,
      bytes: walked?.bytes ?? 0,
    },
    { id: 'tree', name: 'The whole tree', roundTrips: 1, bytes: (2 * tree.leafCount - 1) * digestBytes },
    { id: 'list', name: 'A list of leaf hashes', roundTrips: 1, bytes: tree.leafCount * digestBytes },
    { id: 'copy', name: 'All rows', roundTrips: 1, bytes: bytesOfRows(rows[0]) },
  ]
}
