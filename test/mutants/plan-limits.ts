import { refusedBeyondLimits } from './harness/forecasts.ts'
import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'plan limits',
  file: 'core/plan/parse.ts',
  find: 'nodes: listOf(node, 1, limits.nodes)',
  replace: 'nodes: listOf(node, 1, Infinity)',
  ...refusedBeyondLimits,
} satisfies Mutant
