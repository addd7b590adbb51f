import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'clients that retry',
  file: 'core/client.ts',
  find: 'if (open.mute.push(coordinator.id) <= retries) this.#ask(open)',
  replace: 'if (open.mute.push(coordinator.id) > retries + 9) this.#ask(open)',
  plan: 'core.retry',
} satisfies Mutant
