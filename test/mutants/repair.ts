import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'repair',
  file: 'ring/repair.ts',
  find: 'if (ranges.length === 0) continue',
  replace: 'continue',
  plan: 'ring.repair',
} satisfies Mutant
