import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'primary range repair',
  file: 'ring/repair.ts',
  find: "ranges === 'primary' ? replicas[0] === node.id : replicas.includes(node.id)",
  replace: 'replicas.includes(node.id)',
  plan: 'ring.repair-primary',
} satisfies Mutant
