import { getCollection, type CollectionEntry } from 'astro:content'

/** A lesson of the content collection. */
export type Lesson = CollectionEntry<'lessons'>

/** All lessons, in the order of the course. */
export async function lessonsInOrder(): Promise<readonly Lesson[]> {
  return (await getCollection('lessons')).sort((a, b) => a.data.order - b.data.order)
}

/** The page of a lesson, from the site's root. */
export function lessonPath(lesson: Lesson): `/${string}` {
  return `/lessons/${lesson.id}/`
}
