import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'where the assistant reads',
  file: 'assistant/stores.ts',
  find: ": yield* askMember(node, readFrom, 'read', args)",
  replace: ": yield* askPrimary(node, 'read', args)",
  plan: 'lesson-7.stale-replica',
} satisfies Mutant
