import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'a filter after the search',
  file: 'vectors/filter.ts',
  find: 'return search(Math.max(k, candidates))',
  replace: 'return search(1_000_000)',
  plan: 'lesson-7.filter-after',
} satisfies Mutant
