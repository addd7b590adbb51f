import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'streaming both ways',
  file: 'ring/stream.ts',
  find: 'const theirs = reply.value as readonly Partition[]',
  replace: 'const theirs: readonly Partition[] = []',
  plan: 'ring.repair-both-ways',
} satisfies Mutant
