import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'partitioned log',
  file: 'log/log.ts',
  find: 'for (const partition of node.boots > 1 ? led : [])',
  replace: 'for (const partition of [] as number[])',
  plan: 'stores.recovered-end',
} satisfies Mutant
