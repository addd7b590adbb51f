import { freshQuorums } from './harness/forecasts.ts'
import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'tombstones',
  file: 'ring/partition.ts',
  find: 'if (deletion === undefined || !isDeletedBy(cell, deletion.markedForDeleteAt)) cells[column] = cell',
  replace: 'cells[column] = cell',
  plan: 'ring.tombstone',
  ...freshQuorums,
} satisfies Mutant
