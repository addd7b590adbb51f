import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'priority takeover',
  file: 'replica-set/election.ts',
  find: 'if (!mayTakeOver(node)) continue',
  replace: 'if (mayTakeOver(node)) continue',
  plan: 'set.takeover',
} satisfies Mutant
