import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'phi-accrual suspicion',
  file: 'ring/gossip.ts',
  find: 'phi(heartbeat, node.now()) > node.options.phi',
  replace: 'phi(heartbeat, node.now()) > 8',
  plan: 'ring.phi',
} satisfies Mutant
