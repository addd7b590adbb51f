import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'in-sync replicas',
  file: 'log/log.ts',
  find: 'const to = Math.min(highWatermark(node, partition), from + most)',
  replace: 'const to = from + most',
  plan: 'stores.in-sync',
} satisfies Mutant
