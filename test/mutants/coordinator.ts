import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'clients that find a coordinator',
  file: 'core/client.ts',
  find: 'const named = op.coordinator ?? this.#near',
  replace: 'const named = op.coordinator',
  plan: 'core.coordinator',
} satisfies Mutant
