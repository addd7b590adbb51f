import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'a member that cannot roll back',
  file: 'replica-set/rollback.ts',
  find: "if (node.options.resync === 'automatic')",
  replace: "if (node.options.resync !== 'automatic')",
  plan: 'set.cannot-roll-back',
} satisfies Mutant
