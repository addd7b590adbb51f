import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'crash with disk kept',
  file: 'core/simulation.ts',
  find: 'if (!node.up || (',
  replace: 'if ((',
  plan: 'core.down',
} satisfies Mutant
