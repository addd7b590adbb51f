import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'priority takeover',
  file: 'replica-set/election.ts',
  find: '    if (reason === undefined) continue',
  replace: '    if (reason !== undefined) continue',
  plan: 'set.takeover',
} satisfies Mutant
