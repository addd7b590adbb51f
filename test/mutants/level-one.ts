import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'ONE',
  file: 'levels.ts',
  find: 'return group(all, 1 + pending.length)',
  replace: 'return group(all, 2 + pending.length)',
  plan: 'ring.one',
} satisfies Mutant
