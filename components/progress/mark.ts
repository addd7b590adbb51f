import { inFewWords, lessonInWords, lessonProgress, share, standing } from '#learning/lesson.ts'
import type { LessonItems } from '#learning/lesson.ts'
import { offerNextSection, offerToGoOn, tickSections } from './continue.ts'
import { learner } from '#learner/learner.ts'
import type { Learner } from '#learner/learner.ts'

/** Fills every mark of the page with the learner's progress. */
async function fill(items: readonly LessonItems[], { progress }: Learner): Promise<void> {
  const now = progress()
  offerToGoOn(items, now)
  for (const lessonItems of items) {
    const lesson = lessonProgress(now, lessonItems)
    for (const ring of marks('data-progress', lessonItems.lesson)) {
      ring.dataset['state'] = standing(lesson)
      // Set by a script, which the policy allows; a style attribute in the page would be refused.
      ring.style.setProperty('--share', String(share(lesson)))
    }
    for (const words of marks('data-progress-words', lessonItems.lesson)) {
      // Of a lesson that has nothing to do yet there is nothing to say.
      words.textContent = lessonItems.sections.length === 0 ? '' : `(${lessonInWords(lesson)})`
    }
    for (const seen of marks('data-progress-seen', lessonItems.lesson)) seen.textContent = inFewWords(lesson)
    tickSections(lessonItems, now)
    offerNextSection(lessonItems, now)
  }
}

const marks = (attribute: string, lesson: string): NodeListOf<HTMLElement> =>
  document.querySelectorAll(`[${attribute}="${CSS.escape(lesson)}"]`)

/** All that there is to do in each lesson. Without it the marks stay empty: nothing else of the page needs it. */
async function fetchItems(): Promise<readonly LessonItems[]> {
  const address = document.querySelector<HTMLElement>('[data-lesson-items]')?.dataset['lessonItems']
  if (address === undefined) return []
  const response = await fetch(address).catch(() => undefined)
  return response?.ok ? ((await response.json()) as LessonItems[]) : []
}

if (document.querySelector('[data-progress], [data-progress-words]')) {
  void Promise.all([learner(), fetchItems()]).then(([known, items]) => {
    known.watch(() => void fill(items, known))
    return fill(items, known)
  })
}
