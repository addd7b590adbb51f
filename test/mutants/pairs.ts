import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'pairwise differences of whole trees',
  file: 'ring/repair.ts',
  find: 'for (const other of trees.slice(index + 1)) {',
  replace: 'for (const other of trees.slice(index + 2)) {',
  plan: 'ring.repair-depth',
} satisfies Mutant
