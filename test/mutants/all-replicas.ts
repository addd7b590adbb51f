import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'sends to all replicas',
  file: 'ring/write.ts',
  find: 'for (const id of all) {',
  replace: 'for (const id of all.slice(0, 2)) {',
  plan: 'ring.all-replicas',
} satisfies Mutant
