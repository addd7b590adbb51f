import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'duplication',
  file: 'core/network.ts',
  find: 'unit(message.path, purpose.duplicate) < duplicate',
  replace: 'unit(message.path, purpose.duplicate) < 0',
  plan: 'core.duplicate',
} satisfies Mutant
