import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'nodes leave with streaming',
  file: 'ring/join.ts',
  find: 'const partitions = collect(node, ranges)\n    const reply',
  replace: 'const partitions: readonly Partition[] = []\n    const reply',
  plan: 'ring.leave',
} satisfies Mutant
