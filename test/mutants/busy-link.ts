import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'bandwidth and sizes',
  file: 'core/network.ts',
  find: 'Math.max(now, this.#freeAt[link]!)',
  replace: 'now',
  plan: 'core.bandwidth',
} satisfies Mutant
