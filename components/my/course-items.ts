import { getCollection, render } from 'astro:content'
import { challenges } from '#build/challenges.ts'
import { href } from '#site/href.ts'
import { filled } from '../quiz/load.ts'
import { lessonItems } from '../progress/items.ts'
import type { CourseLesson } from './course.ts'

/** Every written lesson with its sections and questions, in the course's order. */
export async function courseItems(): Promise<readonly CourseLesson[]> {
  const lessons = (await getCollection('lessons')).filter(({ data }) => data.status === 'ready')
  const quizzes = await getCollection('quizzes')
  lessons.sort((one, other) => one.data.order - other.data.order)
  return Promise.all(
    lessons.map(async (lesson) => {
      const { headings } = await render(lesson)
      const questions = quizzes.find(({ id }) => id === lesson.id)?.data.questions ?? []
      return {
        ...{ lesson: lesson.id, title: lesson.data.title, href: href(`/lessons/${lesson.id}/`) },
        items: await lessonItems(lesson.id),
        challenges: challenges()
          .filter((one) => one.lesson === lesson.id)
          .map(({ id, version, title }) => ({ ...{ id, version, title }, href: href(`/challenges/${id}/`) })),
        sections: await Promise.all(
          headings
            .filter(({ depth }) => depth === 2)
            .map(async ({ slug, text }) => ({
              ...{ slug, text },
              questions: await Promise.all(
                questions
                  .filter(({ section }) => section === slug)
                  .map(async ({ id, version, prompt }) => ({
                    ...{ id, version },
                    prompt: (await filled(lesson.id, prompt)).replaceAll('`', ''),
                  })),
              ),
            })),
        ),
      }
    }),
  )
}
