import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'NetworkTopologyStrategy',
  file: 'ring/placement.ts',
  find: ': acrossRacks(clockwise, replicas, options)',
  replace: ': clockwise.slice(0, 2)',
  plan: 'ring.datacentres',
} satisfies Mutant
