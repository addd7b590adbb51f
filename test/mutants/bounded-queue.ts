import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'bounded queues',
  file: 'core/simulation.ts',
  find: 'Math.ceil((start - this.now) / serviceMs) > queue',
  replace: 'Math.ceil((start - this.now) / serviceMs) > Infinity',
  plan: 'core.full',
} satisfies Mutant
