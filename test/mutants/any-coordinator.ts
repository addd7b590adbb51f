import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'any node coordinates',
  file: 'ring/state.ts',
  find: '(node.memory.opinions[id]?.up ?? false)',
  replace: 'false',
  plan: 'ring.coordinates',
} satisfies Mutant
