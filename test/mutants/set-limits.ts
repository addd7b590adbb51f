import { setsBeyondLimits } from './harness/forecasts.ts'
import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'set limits',
  file: 'replica-set/options.ts',
  find: 'mostVotes = 7',
  replace: 'mostVotes = 70',
  ...setsBeyondLimits,
} satisfies Mutant
