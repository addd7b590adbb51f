import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'oplog',
  file: 'replica-set/follow.ts',
  find: "  if (batch.found === 'entries') take(node, source, batch)",
  replace: "  if (batch.found === 'entries') learnCommitPoint(node, batch.commitPoint, true)",
  plan: 'set.write',
} satisfies Mutant
