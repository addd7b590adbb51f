import { taughtLessons } from '#components/teach/lesson-data.ts'
import type { QuestionFile } from '#learning/question-file.ts'

/** All questions with their keys, and the outcomes they test: what results are graded by, and packages are made of. */
export async function GET(): Promise<Response> {
  const file: QuestionFile = {
    lessons: (await taughtLessons()).map(({ lesson, outcomes, questions }) => ({
      lesson: lesson.id,
      ...{ title: lesson.data.title, order: lesson.data.order, asks: lesson.data.question },
      description: lesson.data.description,
      minutes: lesson.data.minutes,
      outcomes: outcomes.map(({ text }) => text),
      questions: questions.map(({ question, place, produces, reasons, computed, key }) => ({
        ...question,
        ...{ place, produces, reasons, computed, key },
      })),
    })),
  }
  return new Response(JSON.stringify(file), { headers: { 'Content-Type': 'application/json' } })
}
