import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'compaction that purges',
  file: 'ring/storage.ts',
  find: 'const kept = purged(partition, nowSeconds(node), gcGraceSeconds)',
  replace: 'const kept = purged(partition, 0, gcGraceSeconds)',
  plan: 'ring.purge',
} satisfies Mutant
