import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'unavailable',
  file: 'ring/write.ts',
  find: "if (level !== 'ANY' && !suffices(level, electorate, alive)) {",
  replace: 'if (false) {',
  plan: 'ring.unavailable',
} satisfies Mutant
