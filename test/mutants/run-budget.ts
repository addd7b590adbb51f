import { endlessRuns } from './harness/forecasts.ts'
import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'run budget',
  file: 'core/simulation.ts',
  find: 'if (++this.events > budget)',
  replace: 'if (++this.events > 2 * budget)',
  ...endlessRuns,
} satisfies Mutant
