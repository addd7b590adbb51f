import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'commit point',
  file: 'replica-set/commit.ts',
  find: 'reached[reached.length - writeMajority(options)]!',
  replace: 'reached[reached.length - 1]!',
  plan: 'set.w-majority',
} satisfies Mutant
