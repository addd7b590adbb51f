import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'clients that retry',
  file: 'core/client.ts',
  find: 'if (attempt < retries) this.#ask(open)',
  replace: 'if (attempt > retries) this.#ask(open)',
  plan: 'core.retry',
} satisfies Mutant
