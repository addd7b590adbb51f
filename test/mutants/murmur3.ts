import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'Murmur3 tokens',
  file: 'token/token.ts',
  find: "murmur3FirstWord(bytes, 0, 'signed')",
  replace: "murmur3FirstWord(bytes, 1, 'signed')",
  plan: 'ring.murmur3',
} satisfies Mutant
