import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'step-down before the first write',
  file: 'replica-set/step-down.ts',
  find: "  if (node.memory.role !== 'primary') return notPrimary",
  replace: '  if (!node.memory.writable) return notPrimary',
  plan: 'set.step-down-early',
} satisfies Mutant
