import { answeredAfterHealing } from './harness/forecasts.ts'
import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'weather',
  file: 'core/weather.ts',
  find: '...healed',
  replace: '',
  ...answeredAfterHealing,
} satisfies Mutant
