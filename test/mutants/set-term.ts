import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'terms',
  file: 'replica-set/term.ts',
  find: "  if (wasPrimary) stepDown(node, 'a later term')",
  replace: '  if (wasPrimary) remember(node, { primary: node.id })',
  plan: 'set.terms',
} satisfies Mutant
