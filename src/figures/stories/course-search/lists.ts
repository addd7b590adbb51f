import type { CourseIndex } from '#search/course-index.ts'
import type { CourseSearchFrame, FoundList } from './view.tsx'

/** The lists that a view shows for a question: two beside each other, or one that's fused. */
export function listsFor(
  index: CourseIndex,
  question: string,
  view: CourseSearchFrame['view'],
): readonly FoundList[] {
  const found = (method: 'words' | 'vectors' | 'sum' | 'ranks', most: number) =>
    index.search(question, method, most).map(({ id }) => index.passage(id))
  if (view === 'sum') return [{ name: 'Scores added: 0.7 words, 0.3 vectors', passages: found('sum', 6) }]
  if (view === 'ranks') return [{ name: 'Reciprocal rank fusion', passages: found('ranks', 6) }]
  return [
    { name: 'By words (BM25)', passages: found('words', 3) },
    { name: 'By vectors', passages: found('vectors', 3) },
  ]
}
