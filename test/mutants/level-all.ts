import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'ALL',
  file: 'levels.ts',
  find: 'return group(all, whole + pending.length)',
  replace: 'return group(all, whole + pending.length - 1)',
  plan: 'ring.all',
} satisfies Mutant
