import { monotonicQuorums } from './harness/forecasts.ts'
import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'blocking read repair',
  file: 'ring/read.ts',
  find: "readRepair === 'BLOCKING' && stale.length > 0",
  replace: "readRepair === 'BLOCKING' && stale.length > 9",
  plan: 'ring.read-repair',
  ...monotonicQuorums,
} satisfies Mutant
