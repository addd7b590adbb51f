import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'duplicating one message',
  file: 'core/faults.ts',
  find: "return fault.do === 'hold'",
  replace: "return fault.do !== 'drop'",
  plan: 'core.double',
} satisfies Mutant
