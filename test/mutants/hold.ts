import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'holding one message',
  file: 'core/faults.ts',
  find: 'now + (fault.byMs ?? 0)',
  replace: 'now',
  plan: 'core.hold',
} satisfies Mutant
