import { endlessRuns } from '../harness/forecasts.ts'
import type { Weathered } from '../harness/mutant.ts'

export default {
  ...endlessRuns,
} satisfies Weathered
