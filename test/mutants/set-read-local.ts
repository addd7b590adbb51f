import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'read concern local',
  file: 'replica-set/read.ts',
  find: 'return { value: documentOf(contents, asked.key) }',
  replace: 'return yield* readProven(node, asked.key)',
  plan: 'set.linearizable',
} satisfies Mutant
