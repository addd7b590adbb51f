import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'levels in both databases',
  file: 'replica-set/levels.ts',
  find: "  QUORUM: {\n    write: { w: 'majority' }",
  replace: '  QUORUM: {\n    write: { w: 1 }',
  plan: 'duel.cable-quorum-set',
} satisfies Mutant
