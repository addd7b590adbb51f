import { refusedBeyondLimits } from '../harness/forecasts.ts'
import type { Weathered } from '../harness/mutant.ts'

export default {
  ...refusedBeyondLimits,
} satisfies Weathered
