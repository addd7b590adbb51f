import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'LOCAL_QUORUM',
  file: 'ring/levels.ts',
  find: 'return group(inLocal(all), majority(inLocal(replicas).length)',
  replace: 'return group(all, majority(replicas.length)',
  plan: 'ring.local-quorum-alone',
} satisfies Mutant
