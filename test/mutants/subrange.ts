import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'subrange repair',
  file: 'ring/repair.ts',
  find: 'if (range !== undefined) {',
  replace: 'if (false) {',
  plan: 'ring.repair-subrange',
} satisfies Mutant
