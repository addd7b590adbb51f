import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'TTL',
  file: 'ring/write.ts',
  find: 'ttl === 0 ? {} : {',
  replace: 'true ? {} : {',
  plan: 'ring.ttl',
} satisfies Mutant
