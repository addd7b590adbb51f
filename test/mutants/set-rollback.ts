import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'rollback',
  file: 'replica-set/rollback.ts',
  find: 'contents: applied(stable.contents, disk, stable.at, common)',
  replace: 'contents: disk.contents',
  plan: 'set.rollback',
} satisfies Mutant
