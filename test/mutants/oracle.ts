import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'membership oracle',
  file: 'core/oracle.ts',
  find: 'queue.push(now + this.#delayMs, rank.operation',
  replace: 'queue.push(now, rank.operation',
  plan: 'ring.oracle',
} satisfies Mutant
