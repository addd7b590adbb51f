import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'catch-up takeover',
  file: 'replica-set/takeover.ts',
  find: 'if (isAheadOfCatchingUp(node, primary))',
  replace: 'if (isAheadOfCatchingUp(node, primary) && false)',
  plan: 'set.catch-up-takeover',
} satisfies Mutant
