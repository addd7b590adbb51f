import type { Learner } from '#learner/learner.ts'
import { learner } from '#learner/learner.ts'
import { hearPage } from '#learner/page-events.ts'
import { whenShown } from '#site/shown.ts'

/** How long the end of a section must be in view to count as read: a scroll past it does not. */
const readAfterMs = 1000

/** Records each section whose end has stayed in view, once. */
async function trackReading(lesson: string, { progress, record }: Learner): Promise<void> {
  const read = new Set(progress().read.get(lesson))
  const waiting = new Map<Element, ReturnType<typeof setTimeout>>()
  const sections = new Map<Element, string>()
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      clearTimeout(waiting.get(target))
      const section = sections.get(target)
      if (!isIntersecting || section === undefined || read.has(section)) continue
      const seen = () => {
        read.add(section)
        observer.unobserve(target)
        void record({ type: 'read', lesson, section })
      }
      waiting.set(target, setTimeout(seen, readAfterMs))
    }
  })
  for (const [end, section] of sectionEnds()) {
    if (read.has(section)) continue
    sections.set(end, section)
    observer.observe(end)
  }
}

/** The last element of each section of the text, with the section's id: what stands before the next heading. */
function* sectionEnds(): Generator<[end: Element, section: string]> {
  for (const heading of document.querySelectorAll('[data-lesson] > h2[id]')) {
    let end: Element = heading
    for (
      let next = heading.nextElementSibling;
      next && !next.matches('h2, .sources, :has(> h2)');
      next = next.nextElementSibling
    ) {
      if (isShown(next) && next.tagName !== 'ASIDE') end = next
    }
    yield [lastLine(end), heading.id]
  }
}

/**
 * The end of a long element is the last line of it that can be seen: a table is read when its last row is in view, not its
 * first, and a fold that is closed at its summary, since nobody has to open it.
 */
function lastLine(end: Element): Element {
  const lines = [...end.querySelectorAll(':scope li, :scope tr, :scope p, :scope summary, :scope pre')]
  return lines.findLast(isShown) ?? end
}

/** Whether a reader can come to see it by scrolling alone. What the browser hasn't drawn yet counts as well. */
function isShown(element: Element): boolean {
  if (element.getClientRects().length === 0) return false
  const fold = element.matches('summary') ? element.parentElement!.parentElement : element
  return fold?.closest('details:not([open])') == null
}

/** Records each cell that a reader has run. */
async function trackRunning(lesson: string, { progress, record }: Learner): Promise<void> {
  const ran = new Set(progress().ran.get(lesson))
  hearPage('anti-entropy:ran', ({ cell }) => {
    if (ran.has(cell)) return
    ran.add(cell)
    void record({ type: 'ran', lesson, cell })
  })
}

const lesson = document.querySelector<HTMLElement>('article[data-lesson]')?.dataset['lesson']
if (lesson !== undefined) {
  // A page that the browser drew ahead reads nothing until the reader sees it.
  void whenShown()
    .then(learner)
    .then((known) => Promise.all([trackReading(lesson, known), trackRunning(lesson, known)]))
}
