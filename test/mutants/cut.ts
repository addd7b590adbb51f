import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'cuts',
  file: 'core/network.ts',
  find: 'if (this.#cut[link] === 1) {',
  replace: 'if (this.#cut[link] === 2) {',
  plan: 'core.cut-then-mend',
} satisfies Mutant
