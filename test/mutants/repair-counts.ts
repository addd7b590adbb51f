import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'repair counts what it moves',
  file: 'ring/repair.ts',
  find: 'tally.partitions += streamed?.partitions ?? 0',
  replace: 'tally.partitions += 0',
  plan: 'ring.repair-leaf',
} satisfies Mutant
