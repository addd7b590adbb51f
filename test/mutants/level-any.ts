import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'ANY',
  file: 'ring/write.ts',
  find: "(level === 'ANY' && progress.hinted > 0)",
  replace: 'false',
  plan: 'ring.any',
} satisfies Mutant
