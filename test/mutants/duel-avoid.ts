import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'drivers that avoid a mute coordinator',
  file: 'core/client.ts',
  find: 'if (avoidMs > 0)',
  replace: 'if (avoidMs < 0)',
  plan: 'duel.driver-learns',
} satisfies Mutant
