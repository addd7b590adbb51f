import { lastWordAnswered } from './harness/forecasts.ts'
import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'plan builder',
  file: 'core/plan/build.ts',
  find: 'Math.max(before.until, this.#time + 10_000)',
  replace: 'Math.max(before.until, 10_000)',
  ...lastWordAnswered,
} satisfies Mutant
