import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'flow control',
  file: 'replica-set/write.ts',
  find: '  yield* slowedDown(node)\n',
  replace: '',
  plan: 'set.flow-control',
} satisfies Mutant
