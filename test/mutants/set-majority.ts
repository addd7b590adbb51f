import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'majority of votes',
  file: 'replica-set/members.ts',
  find: 'Math.min(majorityOfVotes(options), holding)',
  replace: 'Math.min(1, holding)',
  plan: 'set.two-primaries',
} satisfies Mutant
