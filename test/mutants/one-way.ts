import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'one-way cuts',
  file: 'core/network.ts',
  find: 'if (!oneWay) this.#cut[back] = value',
  replace: 'this.#cut[back] = value',
  plan: 'core.one-way',
} satisfies Mutant
