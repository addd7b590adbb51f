import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'ALL',
  file: 'ring/levels.ts',
  find: 'return group(all, all.length)',
  replace: 'return group(all, all.length - 1)',
  plan: 'ring.all',
} satisfies Mutant
