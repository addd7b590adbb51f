import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'run',
  file: 'core/queue.ts',
  find: 'rankOfItem * rankStep + this.#sequence++',
  replace: 'rankOfItem * rankStep - this.#sequence++',
  plan: 'core.sequence',
} satisfies Mutant
