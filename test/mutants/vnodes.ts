import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'vnodes',
  file: 'ring/placement.ts',
  find: 'Array.from({ length: tokens }',
  replace: 'Array.from({ length: 1 }',
  plan: 'ring.vnodes',
} satisfies Mutant
