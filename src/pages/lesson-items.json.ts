import { allLessonItems } from '#components/progress/items.ts'

/** What there is to do in each lesson: read by the script that fills the marks of the lesson lists. */
export async function GET(): Promise<Response> {
  return new Response(JSON.stringify(await allLessonItems()), {
    headers: { 'Content-Type': 'application/json' },
  })
}
