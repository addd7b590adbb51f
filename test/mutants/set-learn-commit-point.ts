import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'learning the commit point',
  file: 'replica-set/commit.ts',
  find: '  if (!fromSource && heard.term !== disk.last.term) return',
  replace: '',
  plan: 'set.rollback',
} satisfies Mutant
