import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'one vote a term',
  file: 'replica-set/vote.ts',
  find: '  if (!dryRun && disk.vote.term >= term)',
  replace: '  if (!dryRun && disk.vote.term > term)',
  plan: 'set.one-vote',
} satisfies Mutant
