import { lessonProgress, standing } from '#learning/lesson.ts'
import type { LessonItems } from '#learning/lesson.ts'
import type { Progress } from '#learning/progress.ts'

/** A lesson that can be read, as the page's map has it. */
export interface Stop {
  readonly lesson: string
  readonly title: string
  readonly path: string
}

/**
 * Where a reader who was here before goes on: the last lesson begun, else the first one not begun after what is done.
 * Undefined for a reader who has begun nothing, and for one who has done all.
 */
export function goOn(
  stops: readonly Stop[],
  items: readonly LessonItems[],
  progress: Progress,
): Stop | undefined {
  const standings = stops.map((stop) => {
    const lesson = items.find(({ lesson }) => lesson === stop.lesson)
    return { stop, now: lesson === undefined ? 'new' : standing(lessonProgress(progress, lesson)) }
  })
  if (standings.every(({ now }) => now === 'new')) return undefined
  const begun = standings.findLast(({ now }) => now === 'begun')
  return (begun ?? standings.find(({ now }) => now === 'new'))?.stop
}

/** Turns the page's start button into one that goes on, for a reader who was here before. */
export function offerToGoOn(items: readonly LessonItems[], progress: Progress): void {
  const start = document.querySelector<HTMLAnchorElement>('[data-start]')
  if (start === null) return
  const stops = [...document.querySelectorAll<HTMLAnchorElement>('a.way-stop.ready[data-lesson]')].map(
    (stop): Stop => ({
      lesson: stop.dataset['lesson'] ?? '',
      title: stop.dataset['title'] ?? '',
      path: stop.getAttribute('href') ?? '',
    }),
  )
  const next = goOn(stops, items, progress)
  if (next === undefined) return
  start.href = next.path
  start.textContent = `Continue: ${next.title}`
}
