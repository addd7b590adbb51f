import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'racks',
  file: 'ring/placement.ts',
  find: 'if (used.has(rack)) {',
  replace: 'if (used.has(id)) {',
  plan: 'ring.racks',
} satisfies Mutant
