import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'expired hints dropped',
  file: 'ring/hints.ts',
  find: 'if (isExpired(node, hint)) {',
  replace: 'if (isExpired(node, hint) && false) {',
  plan: 'ring.hint-expired',
} satisfies Mutant
