import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'chaining',
  file: 'replica-set/sync-source.ts',
  find: "const anyone = options.chaining || memory.role === 'primary'",
  replace: "const anyone = !options.chaining || memory.role === 'primary'",
  plan: 'set.chaining',
} satisfies Mutant
