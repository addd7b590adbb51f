import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'write concern 1',
  file: 'replica-set/write.ts',
  find: "(w === 'majority' && node.options.majorityJournaled)",
  replace: 'node.options.majorityJournaled',
  plan: 'set.w-one',
} satisfies Mutant
