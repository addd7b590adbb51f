import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'write concern beyond the set',
  file: 'replica-set/write.ts',
  find: 'concern.w > members',
  replace: 'concern.w < 0',
  plan: 'set.w-beyond',
} satisfies Mutant
