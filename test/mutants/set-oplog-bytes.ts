import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'oplog window in bytes',
  file: 'replica-set/oplog.ts',
  find: 'kept.bytes > oplogBytes',
  replace: 'kept.bytes < 0',
  plan: 'set.oplog-bytes',
} satisfies Mutant
