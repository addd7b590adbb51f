import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'object store',
  file: 'object-store/object-store.ts',
  find: 'if (!agree) {',
  replace: 'if (false) {',
  plan: 'stores.put-back',
} satisfies Mutant
