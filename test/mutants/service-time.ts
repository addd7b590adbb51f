import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'service time',
  file: 'core/simulation.ts',
  find: 'node.busyUntil = start + serviceMs',
  replace: 'node.busyUntil = this.now',
  plan: 'core.service',
} satisfies Mutant
