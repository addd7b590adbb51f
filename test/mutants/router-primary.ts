import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'the router follows the primary',
  file: 'sharded/router.ts',
  find: 'to = redirect ?? members',
  replace: 'to = members',
  plan: 'sharded.new-primary',
} satisfies Mutant
