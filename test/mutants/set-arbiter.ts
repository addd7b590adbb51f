import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'arbiters',
  file: 'replica-set/members.ts',
  find: 'filter((id) => !members[id]!.arbiter)',
  replace: 'filter((id) => members[id] !== undefined)',
  plan: 'set.arbiter',
} satisfies Mutant
