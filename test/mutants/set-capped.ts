import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'capped oplog',
  file: 'replica-set/oplog.ts',
  find: 'const isFull = () => kept.size > oplogEntries',
  replace: 'const isFull = () => kept.size > Infinity',
  plan: 'set.capped',
} satisfies Mutant
