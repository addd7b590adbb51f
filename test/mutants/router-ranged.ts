import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'ranged shard key',
  file: 'sharded/router.ts',
  find: 'splits.filter((split) => key >= split).length',
  replace: 'splits.filter((split) => key > split).length',
  plan: 'sharded.ranged',
} satisfies Mutant
