import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'election timeout',
  file: 'replica-set/timer.ts',
  find: 'node.options.electionTimeoutMs + randomOffset(node)',
  replace: 'node.options.electionTimeoutMs / 2 + randomOffset(node)',
  plan: 'set.election-timeout',
} satisfies Mutant
