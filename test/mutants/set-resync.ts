import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'resync by an operator',
  file: 'replica-set/follow.ts',
  find: "node.options.resync === 'manual' ? 'recovering' : 'startup2'",
  replace: "'startup2'",
  plan: 'set.manual-resync',
} satisfies Mutant
