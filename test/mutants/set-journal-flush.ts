import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'journal flush',
  file: 'replica-set/journal.ts',
  find: 'yield* node.sync()',
  replace: 'yield* node.sleep(500)',
  plan: 'set.journal-flush',
} satisfies Mutant
