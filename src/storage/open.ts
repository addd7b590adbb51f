import { BrowserStore } from './browser.ts'
import { memoryStore } from './memory.ts'
import type { Store } from './store.ts'

export type { Draft, Store } from './store.ts'

const patienceMs = 3000
let opened: Promise<Store> | undefined

/**
 * The page's one store: the same at every call. Never rejects: where the browser refuses, it's a store in memory
 * behind the same interface, with a `reason` that the page shows.
 */
export function openStore(): Promise<Store> {
  opened ??= openAnew()
  return opened
}

/** Opens a store that is shared with nobody: what a page does once, and a test as often as it likes. */
export async function openAnew(patience = patienceMs): Promise<Store> {
  try {
    if (typeof indexedDB === 'undefined') return memoryStore('refused')
    return await BrowserStore.open(patience)
  } catch {
    // Some browsers throw at the mere mention of indexedDB.
    return memoryStore('refused')
  }
}
