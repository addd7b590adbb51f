import { setsBeyondLimits } from '../harness/forecasts.ts'
import type { Weathered } from '../harness/mutant.ts'

export default {
  ...setsBeyondLimits,
} satisfies Weathered
