import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'catch-up',
  file: 'replica-set/primary.ts',
  find: '  yield* catchUp(node, term)\n',
  replace: '',
  plan: 'set.catch-up',
} satisfies Mutant
