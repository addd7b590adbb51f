import { answeredAfterHealing } from './harness/forecasts.ts'
import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'cuts',
  file: 'core/network.ts',
  find: 'const value = cut ? 1 : 0',
  replace: 'const value = 1',
  plan: 'core.mend',
  ...answeredAfterHealing,
} satisfies Mutant
