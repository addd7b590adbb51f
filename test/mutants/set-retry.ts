import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'retryable writes',
  file: 'replica-set/write.ts',
  find: '  if (before !== undefined) {',
  replace: "  if (before === undefined && statement === '') {",
  plan: 'set.retry',
} satisfies Mutant
