import type { QuestionBase } from '#learning/quiz/base.schema.ts'

/** What every question has, whatever its kind. */
export const base: Omit<QuestionBase, 'kind'> = {
  id: 'merkle-trees.x',
  version: 1,
  section: 's',
  place: 'text',
  asks: 'why',
  about: 'tree',
  prompt: 'p',
  key: { computed: { cell: 'c', value: 'v' } },
}
