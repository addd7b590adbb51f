import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'read concern linearizable',
  file: 'replica-set/read.ts',
  find: '  yield* node.until(() => isAtLeast(node.memory.commitPoint, entry) || !isPrimaryOf(node, term))\n',
  replace: '  yield* node.sleep(0)\n',
  plan: 'set.linearizable',
} satisfies Mutant
