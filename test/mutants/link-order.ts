import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'order',
  file: 'core/network.ts',
  find: "this.#weather.order === 'link'",
  replace: "this.#weather.order !== 'link'",
  plan: 'core.link-order',
} satisfies Mutant
