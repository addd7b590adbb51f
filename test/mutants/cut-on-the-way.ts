import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'cuts',
  file: 'core/network.ts',
  find: 'return this.#cut[message.from * this.#count + message.to] === 1',
  replace: 'return this.#cut[message.from * this.#count + message.to] === 2',
  plan: 'core.cut-on-the-way',
} satisfies Mutant
