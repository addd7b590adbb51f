import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'a primary of an older term',
  file: 'replica-set/term.ts',
  find: '  if (term !== node.memory.term) return\n  if (node.memory.primary',
  replace: '  if (node.memory.primary',
  plan: 'set.older-primary',
} satisfies Mutant
