import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'client finds the primary',
  file: 'core/client.ts',
  find: 'if (this.#needsLeader(open.op)) this.#leader = redirect\n      this.#ask(open, redirect)',
  replace: 'this.#after(open, 500, () => this.#ask(open, redirect))',
  plan: 'set.write',
} satisfies Mutant
