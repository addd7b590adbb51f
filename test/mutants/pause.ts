import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'pause',
  file: 'core/faults.ts',
  find: 'node.paused = true',
  replace: 'node.paused = false',
  plan: 'core.pause',
} satisfies Mutant
