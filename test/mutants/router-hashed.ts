import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'hashed shard key',
  file: 'sharded/router.ts',
  find: '+ 2n ** 63n) * BigInt(names.length)) >> 64n',
  replace: '+ 2n ** 63n) * 1n) >> 64n',
  plan: 'sharded.hashed',
} satisfies Mutant
