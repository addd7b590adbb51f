import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'gc grace',
  file: 'ring/partition.ts',
  find: 'const before = nowSeconds - gcGraceSeconds',
  replace: 'const before = nowSeconds',
  plan: 'ring.gc-grace',
} satisfies Mutant
