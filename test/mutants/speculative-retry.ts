import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'speculative retry',
  file: 'ring/read.ts',
  find: 'if (node.options.speculativeRetryMs > 0 &&',
  replace: 'if (node.options.speculativeRetryMs < 0 &&',
  plan: 'ring.speculative',
} satisfies Mutant
