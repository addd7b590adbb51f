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
      next && !next.matches('h2, :has(> h2)');
      next = next.nextElementSibling
    ) {
      if (next.getClientRects().length > 0 && next.tagName !== 'ASIDE') end = next
    }
    yield [lastLine(end), heading.id]
  }
}

/** The end of a long element is its last child: a table is read when its last row is in view, not its first. */
function lastLine(end: Element): Element {
  const rows = end.querySelectorAll(':scope li, :scope tr, :scope p')
  return rows[rows.length - 1] ?? end
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
