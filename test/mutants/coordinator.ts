import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'clients that find a coordinator',
  file: 'core/client.ts',
  find: '(this.#needsLeader(op) ? this.#leader : undefined) ?? this.#near',
  replace: '(this.#needsLeader(op) ? this.#leader : undefined)',
  plan: 'core.coordinator',
} satisfies Mutant
