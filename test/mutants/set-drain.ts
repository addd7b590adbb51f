import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'drained before reads',
  file: 'replica-set/read.ts',
  find: "role === 'primary' && drained",
  replace: "role === 'primary'",
  plan: 'set.drain',
} satisfies Mutant
