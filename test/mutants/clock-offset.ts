import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'clock offset',
  file: 'core/clock.ts',
  find: 'this.#offsetMs = clock.offsetMs',
  replace: 'this.#offsetMs = 0',
  plan: 'core.offset',
} satisfies Mutant
