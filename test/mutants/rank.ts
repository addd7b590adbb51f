import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'queue',
  file: 'core/queue.ts',
  find: 'fault: 0, operation: 1, delivery: 2, timer: 3',
  replace: 'fault: 3, operation: 1, delivery: 2, timer: 0',
  plan: 'core.rank',
} satisfies Mutant
