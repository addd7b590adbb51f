import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'journal flush',
  file: 'replica-set/journal.ts',
  find: '    yield* node.sync()\n',
  replace: '    yield* node.sleep(500)\n',
  plan: 'set.journal-flush',
} satisfies Mutant
