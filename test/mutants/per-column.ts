import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'per-column last write wins',
  file: 'ring/partition.ts',
  find: 'const ours = a.cells[column]',
  replace: 'const ours = Object.keys(b.cells).length > 0 ? b.cells[column] : a.cells[column]',
  plan: 'ring.columns',
} satisfies Mutant
