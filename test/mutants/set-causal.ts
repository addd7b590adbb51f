import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'causal sessions',
  file: 'replica-set/read.ts',
  find: 'if (asked.afterClusterTime !== undefined)',
  replace: 'if (false)',
  plan: 'set.causal',
} satisfies Mutant
