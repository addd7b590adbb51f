import { lastWordAnswered } from '../harness/forecasts.ts'
import type { Weathered } from '../harness/mutant.ts'

export default {
  ...lastWordAnswered,
} satisfies Weathered
