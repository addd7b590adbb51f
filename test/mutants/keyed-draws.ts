import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'keyed draws',
  file: 'core/program-node.ts',
  find: 'unit(mix(this.path, ++this.draws), purpose.random)',
  replace: 'unit(mix(this.#simulation.events, ++this.draws), purpose.random)',
  plan: 'core.draws-apart',
} satisfies Mutant
