import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'step-down periods',
  file: 'replica-set/step-down.ts',
  find: 'if (forMs < catchUpMs)',
  replace: 'if (forMs < 0)',
  plan: 'set.step-down-periods',
} satisfies Mutant
