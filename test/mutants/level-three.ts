import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'THREE',
  file: 'levels.ts',
  find: 'return group(all, 3 + pending.length)',
  replace: 'return group(all, 2 + pending.length)',
  plan: 'ring.three',
} satisfies Mutant
