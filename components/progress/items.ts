import { getCollection, getEntry, render } from 'astro:content'
import { renamedIn } from '#build/anchors.ts'
import type { LessonItems } from '#learning/lesson.ts'
import { versioned } from '#learning/progress.ts'

/** Everything that there is to do in each lesson, in the course's order: what progress is counted against. */
export async function allLessonItems(): Promise<readonly LessonItems[]> {
  const lessons = await getCollection('lessons')
  lessons.sort((one, other) => one.data.order - other.data.order)
  return Promise.all(lessons.map(({ id }) => lessonItems(id)))
}

const remembered = new Map<string, Promise<LessonItems>>()

/** Everything that there is to do in one lesson. */
export function lessonItems(slug: string): Promise<LessonItems> {
  const items = remembered.get(slug) ?? countItems(slug)
  if (import.meta.env.PROD) remembered.set(slug, items)
  return items
}

async function countItems(slug: string): Promise<LessonItems> {
  const lesson = await getEntry('lessons', slug)
  if (!lesson) throw new Error(`there is no lesson "${slug}": expected a folder content/lessons/NN-${slug}`)
  const { headings } = await render(lesson)
  const sections = headings.filter(({ depth }) => depth === 2)
  // Looked up in the whole, because a lesson may still be without both, and Astro warns of what is asked for by name.
  const quiz = (await getCollection('quizzes')).find(({ id }) => id === slug)
  const deck = (await getCollection('decks')).find(({ id }) => id === slug)
  return {
    lesson: slug,
    sections: sections.map(({ slug }) => slug),
    titles: sections.map(({ text }) => text),
    formerly: formerlyIn(slug),
    cells: [...(lesson.body ?? '').matchAll(/<Cell\s[^>]*\bfile=["']([^"']+)["']/g)].map(
      ([, file]) => file ?? '',
    ),
    questions: (quiz?.data.questions ?? [])
      .filter(({ place }) => place === 'text')
      .map(({ id, version }) => versioned(id, version)),
    cards: (deck?.data.cards ?? []).map(({ id, version }) => versioned(id, version)),
  }
}

/** Each section's older addresses, under which readers of before have it stored as read. */
function formerlyIn(slug: string): Readonly<Record<string, readonly string[]>> {
  const formerly: Record<string, string[]> = {}
  for (const { from, to, carriesProgress } of renamedIn(slug)) {
    if (carriesProgress) (formerly[to] ??= []).push(from)
  }
  return formerly
}
