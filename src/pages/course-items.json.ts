import { courseItems } from '#components/my/course-items.ts'

/** Lessons, their sections and what there is to do in each: for the page of the reader's progress. */
export async function GET(): Promise<Response> {
  return new Response(JSON.stringify(await courseItems()), {
    headers: { 'Content-Type': 'application/json' },
  })
}
