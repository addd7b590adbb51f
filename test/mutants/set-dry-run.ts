import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'dry run',
  file: 'replica-set/election.ts',
  find: '(!dryRun || (yield* wins(node, true)))',
  replace: 'true',
  plan: 'set.dry-run',
} satisfies Mutant
