import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'written before applied',
  file: 'replica-set/follow.ts',
  find: 'if (node.options.applyMs === 0)',
  replace: 'if (true)',
  plan: 'set.applied-later',
} satisfies Mutant
