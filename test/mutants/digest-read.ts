import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'digest reads',
  file: 'ring/read.ts',
  find: 'ask(id, index === 0)',
  replace: 'ask(id, index >= 0)',
  plan: 'ring.digest',
} satisfies Mutant
