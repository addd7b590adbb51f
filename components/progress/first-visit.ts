import { begun } from '#site/begun.ts'
import { channelName, databaseName } from '#storage/name.ts'

/** Whether nothing was ever kept here. A browser that doesn't say, or refuses, is asked in earnest. */
export async function isFirstVisit(): Promise<boolean> {
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

/**
 * Resolves when there is, or may soon be, something kept to show: at once where this browser was here before, else at
 * the reader's first deed. Until then a page does without the store and all that stands on it.
 */
export async function somethingKept(): Promise<void> {
  if (await isFirstVisit()) await Promise.race([begun, heard()])
}
