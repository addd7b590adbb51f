import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'random offset',
  file: 'replica-set/timer.ts',
  find: 'node.random() * (electionTimeoutMs * electionOffset + 1)',
  replace: '0 * (electionTimeoutMs * electionOffset + 1)',
  plan: 'set.random-offset',
} satisfies Mutant
