import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'read concern majority',
  file: 'replica-set/read.ts',
  find: 'documentOf(node.disk.stable.contents, key)',
  replace: 'documentOf(node.disk.contents, key)',
  plan: 'set.w-majority',
} satisfies Mutant
