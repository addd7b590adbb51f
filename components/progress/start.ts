import { isFirstVisit, somethingKept } from './first-visit.ts'

/** Every mark of the page, as it is for a reader who has done nothing. */
function markAsNew(): void {
  for (const ring of document.querySelectorAll<HTMLElement>('[data-progress]')) ring.dataset['state'] = 'new'
  for (const words of document.querySelectorAll('[data-progress-words]')) words.textContent = '(not started)'
}

/** On a first visit there is nothing to show until the reader does something: what shows it comes then. */
async function start(): Promise<void> {
  if (await isFirstVisit()) markAsNew()
  await somethingKept()
  await import('./marks.ts')
}

void start()
