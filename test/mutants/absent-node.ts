import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'nodes that are not there at first',
  file: 'core/client.ts',
  find: 'simulation.steps.boot(coordinator, open.cause)',
  replace: 'simulation.steps.send.name',
  plan: 'ring.join',
} satisfies Mutant
