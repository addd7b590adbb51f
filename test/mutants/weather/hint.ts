import { hintedAfterCuts } from '../harness/forecasts.ts'
import type { Weathered } from '../harness/mutant.ts'

export default {
  ...hintedAfterCuts,
} satisfies Weathered
