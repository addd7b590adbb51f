import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'LOCAL_ONE',
  file: 'levels.ts',
  find: 'return group(inLocal(all), 1 + inLocal(pending).length)',
  replace: 'return group(inLocal(all), 2 + inLocal(pending).length)',
  plan: 'ring.local-one',
} satisfies Mutant
