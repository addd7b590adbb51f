import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'restart',
  file: 'core/effect.ts',
  find: '|| task.boot !== node.boots || !node.up',
  replace: '',
  plan: 'core.stale-timer',
} satisfies Mutant
