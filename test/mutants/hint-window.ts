import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'hint window',
  file: 'ring/hints.ts',
  find: 'node.now() - opinion.since > hintWindowMs',
  replace: 'node.now() - opinion.since > Infinity',
  plan: 'ring.hint-window',
} satisfies Mutant
