import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'clock drift',
  file: 'core/clock.ts',
  find: 'this.#driftPpm = clock.driftPpm ?? 0',
  replace: 'this.#driftPpm = 0',
  plan: 'core.drift',
} satisfies Mutant
