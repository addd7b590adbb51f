import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'nearest sync source',
  file: 'replica-set/sync-source.ts',
  find: '(viewOf(node, id).pingMs ?? 0)',
  replace: '0',
  plan: 'set.sync-source',
} satisfies Mutant
