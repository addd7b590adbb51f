import type { OfflineList } from '#build/offline.ts'

/** What of the course this browser keeps. */
export interface Kept {
  readonly version: string | undefined
  readonly offered: OfflineList
}

/** How far keeping has come, in files. */
export type Progress = (done: number, of: number) => void

const marker = 'kept.json'
const assets = /^(?:_astro|runtime|pagefind\/(?:index|fragment))\//

/** What is kept and what there is to keep. Rejects when neither network nor cache has the list. */
export async function lookUp(base: string): Promise<Kept> {
  const response = await fetch(`${base}offline.json`, { cache: 'no-cache' })
  if (!response.ok) throw new Error(`offline.json: ${response.status}`)
  const offered = (await response.json()) as OfflineList
  const mark = await (await caches.open('pages')).match(base + marker)
  const version = mark && ((await mark.json()) as { version?: string }).version
  return { offered, version }
}

/** Fetches every file of the course into the caches that the service worker answers from. Stops at the signal. */
export async function keepAll(
  base: string,
  { files, version }: OfflineList,
  tell: Progress,
  signal: AbortSignal,
): Promise<void> {
  const [pages, lasting] = await Promise.all([caches.open('pages'), caches.open('assets')])
  const waiting = [...files]
  let done = 0
  const work = async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const cache = assets.test(file) ? lasting : pages
      const address = base + file
      // A file whose name changes with its content needn't be fetched twice.
      if (!(cache === lasting && (await cache.match(address)))) {
        const response = await fetch(address, { signal, cache: 'no-cache' })
        if (!response.ok) throw new Error(`${file}: ${response.status}`)
        await cache.put(address, response)
      }
      tell((done += 1), files.length)
    }
  }
  await Promise.all(Array.from({ length: 4 }, work))
  await pages.put(base + marker, Response.json({ version }))
}

/** Takes the kept course away; what the reader did isn't touched. */
export async function forgetAll(): Promise<void> {
  await Promise.all([caches.delete('pages'), caches.delete('assets')])
}
