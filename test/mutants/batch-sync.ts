import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'commit log synced per write',
  file: 'ring/write.ts',
  find: "if (node.options.commitLog === 'batch') yield* node.sync()",
  replace: '',
  plan: 'ring.batch',
} satisfies Mutant
