import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'votes on disk',
  file: 'replica-set/vote.ts',
  find: "    yield* node.sync()\n    node.mark('vote given')",
  replace: "    node.mark('vote given')",
  plan: 'set.votes-on-disk',
} satisfies Mutant
