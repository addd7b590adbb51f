import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'a nearer sync source',
  file: 'replica-set/sync-source.ts',
  find: 'pingMs! - other > options.nearerMs',
  replace: 'pingMs! - other > Infinity',
  plan: 'set.nearer-source',
} satisfies Mutant
