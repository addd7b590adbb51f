import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'forced step-down',
  file: 'replica-set/step-down.ts',
  find: 'if (!ready && !force)',
  replace: 'if (!ready)',
  plan: 'set.forced',
} satisfies Mutant
