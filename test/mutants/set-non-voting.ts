import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'members without a vote',
  file: 'replica-set/members.ts',
  find: 'filter((id) => members[id]!.votes === 1)',
  replace: 'filter((id) => members[id]!.votes >= 0)',
  plan: 'set.non-voting',
} satisfies Mutant
