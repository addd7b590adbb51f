import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'write concern majority',
  file: 'replica-set/write.ts',
  find: "if (w === 'majority') return isAtLeast(node.memory.commitPoint, at)",
  replace: "if (w === 'majority') return true",
  plan: 'set.w-majority',
} satisfies Mutant
