import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'capped oplog',
  file: 'replica-set/oplog.ts',
  find: '    if (kept.size <= most || index >= needed) break',
  replace: '    if (kept.size <= most || index >= 0) break',
  plan: 'set.capped',
} satisfies Mutant
