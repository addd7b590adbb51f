import { staleRedirects } from '../harness/forecasts.ts'
import type { Weathered } from '../harness/mutant.ts'

export default {
  ...staleRedirects,
} satisfies Weathered
