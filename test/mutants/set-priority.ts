import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'priorities',
  file: 'replica-set/members.ts',
  find: '  if (memberOf(node).priority === 0) return',
  replace: '  if (memberOf(node).priority < 0) return',
  plan: 'set.priority-zero',
} satisfies Mutant
