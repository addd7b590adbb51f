import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'rollback files',
  file: 'replica-set/rollback.ts',
  find: '[...disk.rollbackFiles, file]',
  replace: 'disk.rollbackFiles',
  plan: 'set.rollback',
} satisfies Mutant
