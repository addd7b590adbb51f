import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'frozen members',
  file: 'replica-set/step-down.ts',
  find: 'forMs === 0 ? -Infinity : node.now() + forMs',
  replace: '-Infinity',
  plan: 'set.frozen',
} satisfies Mutant
