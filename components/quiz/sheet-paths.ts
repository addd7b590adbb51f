import { getCollection } from 'astro:content'
import { lessonsInOrder } from '#site/lessons.ts'

/** The paths of a page that each lesson with a quiz has. */
export async function sheetPaths() {
  const quizzes = new Set((await getCollection('quizzes')).map(({ id }) => id))
  return (await lessonsInOrder())
    .filter(({ id, data }) => data.status === 'ready' && quizzes.has(id))
    .map((lesson) => ({ params: { slug: lesson.id }, props: { lesson } }))
}
