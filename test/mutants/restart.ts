import { answeredAfterHealing } from './harness/forecasts.ts'
import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'restart',
  file: 'core/faults.ts',
  find: 'return !node.up && node.boots > 0',
  replace: 'return node.up && node.boots > 0',
  plan: 'core.restart',
  ...answeredAfterHealing,
} satisfies Mutant
