import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'rollback limit',
  file: 'replica-set/rollback.ts',
  find: 'undoneMs > options.rollbackLimitMs',
  replace: 'undoneMs < 0',
  plan: 'set.rollback-limit',
} satisfies Mutant
