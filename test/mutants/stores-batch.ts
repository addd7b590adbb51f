import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'batch stage',
  file: 'batch/batch.ts',
  find: 'workers[(place + attempt) % workers.length]!',
  replace: 'workers[place % workers.length]!',
  plan: 'stores.batch-retry',
} satisfies Mutant
