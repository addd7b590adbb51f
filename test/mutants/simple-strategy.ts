import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'SimpleStrategy',
  file: 'ring/placement.ts',
  find: 'clockwise.slice(0, replicas)',
  replace: 'clockwise.slice(1, replicas + 1)',
  plan: 'ring.simple',
} satisfies Mutant
