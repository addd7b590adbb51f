import { isRead, lessonProgress, standing } from '#learning/lesson.ts'
import type { LessonItems } from '#learning/lesson.ts'
import type { Progress } from '#learning/progress.ts'

/** A lesson that can be read, as the page's map has it. */
export interface Stop {
  readonly lesson: string
  readonly title: string
  readonly path: string
}

/** A stop, and in it the section after those that were read. */
interface NextPlace extends Stop {
  /** Undefined at the beginning of a lesson, and where all sections are read and only questions are left. */
  readonly section?: { readonly id: string; readonly title: string } | undefined
}

/**
 * Where a reader who was here before goes on: in the last lesson begun, at the first section after the last one read, else
 * in the first lesson not begun after what is done. Undefined for a reader who has begun nothing, and for one who has done
 * all.
 */
export function goOn(
  stops: readonly Stop[],
  items: readonly LessonItems[],
  progress: Progress,
): NextPlace | undefined {
  const standings = stops.map((stop) => {
    const lesson = items.find(({ lesson }) => lesson === stop.lesson)
    return { stop, lesson, now: lesson === undefined ? 'new' : standing(lessonProgress(progress, lesson)) }
  })
  if (standings.every(({ now }) => now === 'new')) return undefined
  const begun = standings.findLast(({ now }) => now === 'begun')
  if (begun !== undefined) return { ...begun.stop, section: nextSection(begun.lesson!, progress) }
  return standings.find(({ now }) => now === 'new')?.stop
}

/** The first section after the last one read; undefined before the first is read and after the last. */
function nextSection(lesson: LessonItems, progress: Progress): NextPlace['section'] {
  const last = lesson.sections.findLastIndex((section) => isRead(progress, lesson, section))
  const id = last === -1 ? undefined : lesson.sections[last + 1]
  return id === undefined ? undefined : { id, title: lesson.titles?.[last + 1] ?? id }
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
  start.href = next.section === undefined ? next.path : `${next.path}#${next.section.id}`
  start.textContent = `Continue: ${next.section?.title ?? next.title}`
}

/** On a lesson's own page: the way to the section after those that were read, for a reader who comes back to its top. */
export function offerNextSection(lesson: LessonItems, progress: Progress): void {
  const place = document.querySelector<HTMLElement>(`[data-continue="${CSS.escape(lesson.lesson)}"]`)
  const link = place?.querySelector('a')
  if (!place || !link) return
  const next = nextSection(lesson, progress)
  place.hidden = next === undefined
  if (next === undefined) return
  link.href = `#${next.id}`
  link.textContent = `Continue: ${next.title}`
}

/** Ticks the sections that were read, in every list of them on the page. */
export function tickSections(lesson: LessonItems, progress: Progress): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>(
    `[data-sections-of="${CSS.escape(lesson.lesson)}"] a`,
  )) {
    const isTicked = isRead(progress, lesson, decodeURIComponent(link.hash.slice(1)))
    if (isTicked === link.hasAttribute('data-read')) continue
    link.toggleAttribute('data-read', isTicked)
    if (!isTicked) return link.querySelector('.visually-hidden')?.remove()
    const word = document.createElement('span')
    word.className = 'visually-hidden'
    word.textContent = ' (read)'
    link.append(word)
  }
}
