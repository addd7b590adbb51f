import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'EACH_QUORUM',
  file: 'levels.ts',
  find: 'majority(count) + here(pending).length',
  replace: '1 + here(pending).length',
  plan: 'ring.each-quorum-split',
} satisfies Mutant
