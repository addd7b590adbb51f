import { getCollection } from 'astro:content'
import { href } from '#site/href.ts'
import type { Course } from './card.ts'

/** The cards of all decks but the quick one, whose six ideas the lessons' decks ask already. */
export async function allCards(): Promise<Course> {
  const lessons = await getCollection('lessons')
  const decks = await getCollection('decks')
  const quizzes = await getCollection('quizzes')
  const questions = quizzes.flatMap(({ data }) =>
    data.questions.map(({ id, section }) => [id, section] as const),
  )
  const cards = decks.flatMap(({ id: deck, data }) => {
    const lesson = lessons.find(({ id }) => id === deck)
    if (lesson === undefined) return []
    return data.cards.map(({ id, version, section, idea, front, back, drawn }) => ({
      ...{ id, version, section, idea, front, back, drawn, lesson: deck, lessonTitle: lesson.data.title },
      passage: lesson.data.status === 'ready' ? href(`/lessons/${deck}/#${section}`) : undefined,
    }))
  })
  return { cards, sections: Object.fromEntries(questions) }
}
