import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'initial sync',
  file: 'replica-set/follow.ts',
  find: "  else remember(node, { role: 'startup2' })",
  replace: "  else remember(node, { role: 'recovering' })",
  plan: 'set.capped',
} satisfies Mutant
