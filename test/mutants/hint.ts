import { hintedAfterCuts } from './harness/forecasts.ts'
import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'hints',
  file: 'ring/hints.ts',
  find: 'if (!hints || to === node.id) return false',
  replace: 'return false',
  plan: 'ring.hint',
  ...hintedAfterCuts,
} satisfies Mutant
