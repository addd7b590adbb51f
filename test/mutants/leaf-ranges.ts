import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'whole leaf ranges',
  file: 'ring/stream.ts',
  find: 'counted(node, kept.partitions.filter(inside))',
  replace: 'counted(node, kept.partitions.filter(inside).slice(0, 1))',
  plan: 'ring.repair-leaf',
} satisfies Mutant
