import { freshQuorums } from '../harness/forecasts.ts'
import type { Weathered } from '../harness/mutant.ts'

export default {
  ...freshQuorums,
} satisfies Weathered
