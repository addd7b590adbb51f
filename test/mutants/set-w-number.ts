import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'write concern by number',
  file: 'replica-set/write.ts',
  find: '  return countAt(node, at, j) >= w',
  replace: '  return countAt(node, at, j) >= 1',
  plan: 'set.w-number',
} satisfies Mutant
