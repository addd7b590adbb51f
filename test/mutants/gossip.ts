import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'gossip',
  file: 'ring/gossip.ts',
  find: "if (live.length > 0) node.send(node.pick(live), 'gossip', gossipOf(node))",
  replace: "if (live.length > 9) node.send(node.pick(live), 'gossip', gossipOf(node))",
  plan: 'ring.gossip',
} satisfies Mutant
