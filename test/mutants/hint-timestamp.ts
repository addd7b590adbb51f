import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'original timestamps',
  file: 'ring/hints.ts',
  find: "yield* node.call(to, 'mutate', hint.update, node",
  replace:
    "yield* node.call(to, 'mutate', { ...hint.update, cells: Object.fromEntries(Object.entries(hint.update.cells).map(([column, cell]) => [column, { ...cell, timestamp: node.timestamp() }])) }, node",
  plan: 'ring.hint-timestamp',
} satisfies Mutant
