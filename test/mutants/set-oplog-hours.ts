import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'oplog window in hours',
  file: 'replica-set/oplog.ts',
  find: 'entry.wallMs > youngest',
  replace: 'entry.wallMs < 0',
  plan: 'set.oplog-hours',
} satisfies Mutant
