import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'the embedding job',
  file: 'assistant/jobs.ts',
  find: 'yield* node.sleep(embedMs)',
  replace: '',
  plan: 'lesson-7.late-embedding',
} satisfies Mutant
