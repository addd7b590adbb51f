import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'LOCAL_QUORUM',
  file: 'levels.ts',
  find: 'return group(inLocal(all), majority(factorOf(factor, local))',
  replace: 'return group(all, majority(whole)',
  plan: 'ring.local-quorum-alone',
} satisfies Mutant
