import type { Page } from '@playwright/test'
import { expect } from './site.ts'

/**
 * Waits until what the reader did is in the browser's own store, as text in its events or drafts. A page that is loaded
 * again a moment after a press may be quicker than the disk: then nothing was lost, it was never there. `times`: in how
 * many rows it must be, where the same was done before.
 */
export async function kept(page: Page, store: 'events' | 'drafts', text: string, times = 1): Promise<void> {
  const found = async () => (await rows(page, store)).split('\n').filter((row) => row.includes(text)).length
  await expect.poll(found, { message: `${text} among the ${store}` }).toBeGreaterThanOrEqual(times)
}

async function rows(page: Page, store: string): Promise<string> {
  return page.evaluate(async (name) => {
    // To open a database that isn't there would make one.
    if (!(await indexedDB.databases()).some((one) => one.name === 'anti-entropy')) return ''
    return new Promise<string>((resolve, reject) => {
      const opening = indexedDB.open('anti-entropy')
      opening.onerror = () => reject(opening.error ?? new Error('not opened'))
      opening.onsuccess = () => {
        const database = opening.result
        if (!database.objectStoreNames.contains(name)) {
          database.close()
          return resolve('')
        }
        const all = database.transaction(name).objectStore(name).getAll()
        all.onsuccess = () => {
          database.close()
          resolve(all.result.map((row) => Object.values(row as object).join(' ')).join('\n'))
        }
      }
    })
  }, store)
}
