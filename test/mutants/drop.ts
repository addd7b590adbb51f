import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'dropping one message',
  file: 'core/faults.ts',
  find: "if (fault.do === 'drop') {",
  replace: "if (fault.do === 'hold') {",
  plan: 'core.drop',
} satisfies Mutant
