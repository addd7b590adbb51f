import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'timeout',
  file: 'ring/write.ts',
  find: 'if (yield* node.until(enough, node.options.writeTimeoutMs)) return { ok: true }',
  replace: 'yield* node.until(enough, node.options.writeTimeoutMs)\n  return { ok: true }',
  plan: 'ring.timeout',
} satisfies Mutant
