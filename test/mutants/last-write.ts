import { freshQuorums } from './harness/forecasts.ts'
import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'per-column last write wins',
  file: 'cell/reconcile.ts',
  find: "larger(a.timestamp > b.timestamp, 'timestamp')",
  replace: "larger(a.timestamp < b.timestamp, 'timestamp')",
  plan: 'ring.last-write',
  ...freshQuorums,
} satisfies Mutant
