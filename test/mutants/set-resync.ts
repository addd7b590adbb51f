import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'resync by an operator',
  file: 'replica-set/follow.ts',
  find: "if (node.options.resync === 'manual')",
  replace: 'if (false)',
  plan: 'set.manual-resync',
} satisfies Mutant
