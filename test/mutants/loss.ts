import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'loss',
  file: 'core/network.ts',
  find: 'unit(message.path, purpose.loss) < loss',
  replace: 'unit(message.path, purpose.loss) < 0',
  plan: 'core.loss',
} satisfies Mutant
