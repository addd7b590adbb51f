import type { Mutant } from './harness/mutant.ts'

export default {
  noun: "an arbiter's refusal",
  file: 'replica-set/vote.ts',
  find: '  if (memberOf(node).arbiter && seesPrimaryAsGoodAs(node, candidate))',
  replace: '  if (!memberOf(node).arbiter && seesPrimaryAsGoodAs(node, candidate))',
  plan: 'set.arbiter-refuses',
} satisfies Mutant
