import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'whole leaf ranges',
  file: 'ring/stream.ts',
  find: 'withBackground(node, kept.partitions.filter(inside), wanted)',
  replace: 'withBackground(node, kept.partitions.filter(inside).slice(0, 1), wanted)',
  plan: 'ring.repair-leaf',
} satisfies Mutant
