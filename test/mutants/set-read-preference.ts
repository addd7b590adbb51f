import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'read preference',
  file: 'replica-set/read.ts',
  find: "return role === 'secondary' ? undefined : elsewhere(node)",
  replace: 'return readable ? undefined : elsewhere(node)',
  plan: 'set.read-preference',
} satisfies Mutant
