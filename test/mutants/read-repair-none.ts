import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'read repair NONE',
  file: 'ring/read.ts',
  find: "readRepair === 'BLOCKING' && stale.length > 0",
  replace: 'stale.length > 0',
  plan: 'ring.no-read-repair',
} satisfies Mutant
