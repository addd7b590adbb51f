import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'TWO',
  file: 'levels.ts',
  find: 'return group(all, 2 + pending.length)',
  replace: 'return group(all, 1 + pending.length)',
  plan: 'ring.two',
} satisfies Mutant
