import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'validation depth',
  file: 'ring/repair.ts',
  find: 'depthFor(backgroundCount(background, range) + added, repairDepth)',
  replace: '0',
  plan: 'ring.repair-depth',
} satisfies Mutant
