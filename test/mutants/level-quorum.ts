import { freshQuorums } from './harness/forecasts.ts'
import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'QUORUM',
  file: 'levels.ts',
  find: 'return group(all, majority(whole) + pending.length)',
  replace: 'return group(all, 1 + pending.length)',
  plan: 'ring.quorum',
  ...freshQuorums,
} satisfies Mutant
