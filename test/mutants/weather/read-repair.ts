import { monotonicQuorums } from '../harness/forecasts.ts'
import type { Weathered } from '../harness/mutant.ts'

export default {
  ...monotonicQuorums,
} satisfies Weathered
