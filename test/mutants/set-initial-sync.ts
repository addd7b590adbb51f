import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'initial sync',
  file: 'replica-set/follow.ts',
  find: "'recovering' : 'startup2' })\n}",
  replace: "'recovering' : 'recovering' })\n}",
  plan: 'set.capped',
} satisfies Mutant
