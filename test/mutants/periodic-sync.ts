import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'commit log synced every 10 s',
  file: 'ring/storage.ts',
  find: 'node.memory = { ...node.memory, syncDue: false }\n  yield* node.sync()',
  replace: 'node.memory = { ...node.memory, syncDue: false }',
  plan: 'ring.synced',
} satisfies Mutant
