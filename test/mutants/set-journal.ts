import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'journal',
  file: 'replica-set/write.ts',
  find: 'isAtLeast(j ? durable : written, at)',
  replace: 'isAtLeast(written, at)',
  plan: 'set.journal',
} satisfies Mutant
