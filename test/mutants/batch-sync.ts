import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'commit log synced per write',
  file: 'ring/write.ts',
  find: "node.options.commitLog === 'batch' ? synced(node) : 'done'",
  replace: "'done'",
  plan: 'ring.batch',
} satisfies Mutant
