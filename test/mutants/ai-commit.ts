import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'offsets that are committed',
  file: 'assistant/jobs.ts',
  find: 'const offset = records[records.length - 1]!.offset + 1',
  replace: 'const offset = records[records.length - 1]!.offset',
  plan: 'lesson-7.embedder-twice',
} satisfies Mutant
