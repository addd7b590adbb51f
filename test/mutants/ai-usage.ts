import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'usage at a rate of its own',
  file: 'assistant/api.ts',
  find: 'number < node.options.usagePerMessage',
  replace: 'number < 1',
  plan: 'lesson-7.row-3',
} satisfies Mutant
