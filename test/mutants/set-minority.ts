import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'step-down without a majority',
  file: 'replica-set/primary.ts',
  find: 'if (rest <= 0) {',
  replace: 'if (rest <= -Infinity) {',
  plan: 'set.minority',
} satisfies Mutant
