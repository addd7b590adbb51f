import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'handed-over step-down',
  file: 'replica-set/step-down.ts',
  find: "  node.send(next, 'step up', undefined)\n",
  replace: '',
  plan: 'set.hand-over',
} satisfies Mutant
