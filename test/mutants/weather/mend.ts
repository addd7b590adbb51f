import { answeredAfterHealing } from '../harness/forecasts.ts'
import type { Weathered } from '../harness/mutant.ts'

export default {
  ...answeredAfterHealing,
} satisfies Weathered
