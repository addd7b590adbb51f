import { begun } from '#site/begun.ts'
import { channelName, databaseName } from '#storage/name.ts'

/** Whether nothing was ever kept here. A browser that doesn't say, or refuses, is asked in earnest. */
async function isFirstVisit(): Promise<boolean> {
  try {
    return (await indexedDB.databases()).every(({ name }) => name !== databaseName)
  } catch {
    return false
  }
}

/** Resolves when another page of the site keeps something. */
function heard(): Promise<void> {
  if (typeof BroadcastChannel === 'undefined') return new Promise(() => {})
  const channel = new BroadcastChannel(channelName)
  return new Promise((resolve) =>
    channel.addEventListener('message', () => (channel.close(), resolve()), { once: true }),
  )
}

/** Every mark of the page, as it is for a reader who has done nothing. */
function markAsNew(): void {
  for (const ring of document.querySelectorAll<HTMLElement>('[data-progress]')) ring.dataset['state'] = 'new'
  for (const words of document.querySelectorAll('[data-progress-words]')) words.textContent = '(not started)'
}

/** On a first visit there is nothing to show until the reader does something: what shows it comes then. */
async function start(): Promise<void> {
  if (await isFirstVisit()) {
    markAsNew()
    await Promise.race([begun, heard()])
  }
  await import('./marks.ts')
}

void start()
