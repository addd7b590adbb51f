import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'nodes join with streaming',
  file: 'ring/join.ts',
  find: 'receive(node, partitions)\n    moved',
  replace: 'moved',
  plan: 'ring.join',
} satisfies Mutant
