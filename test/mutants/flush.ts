import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'flush',
  file: 'ring/storage.ts',
  find: "node.mark('flushed')\n  yield* node.sync()",
  replace: "node.mark('flushed')",
  plan: 'ring.flush',
} satisfies Mutant
