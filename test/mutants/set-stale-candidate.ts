import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'up-to-date candidates',
  file: 'replica-set/vote.ts',
  find: '  if (!isAtLeast(last, disk.last)) return',
  replace: '  if (!isAtLeast(disk.last, last)) return',
  plan: 'set.stale-candidate',
} satisfies Mutant
