import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'a query without the shard key',
  file: 'sharded/router.ts',
  find: 'for (const members of Object.values(options.shards)) {',
  replace: 'for (const members of Object.values(options.shards).slice(0, 1)) {',
  plan: 'sharded.broadcast',
} satisfies Mutant
