import type { CourseIndex } from '#search/course-index.ts'
import type { Hit } from './hit.ts'

/** What the search by meaning fetches the first time, all files together, in megabytes. */
export const meaningMegabytes = 1

/** How near a passage must be to what was typed to count as found: the cosine of the angle between both. */
const leastScore = 0.35

let loaded: Promise<CourseIndex> | undefined

const addressOf = (base: string) => (file: string) => `${base}search/${file}`

/** Whether the vectors are here already: fetched for this page, or kept in this browser by an earlier search. */
export async function isMeaningHere(base: string): Promise<boolean> {
  if (loaded !== undefined) return true
  try {
    return (await caches.match(new URL(addressOf(base)('static.bin'), location.href))) !== undefined
  } catch {
    // No caches where the page isn't served securely.
    return false
  }
}

/** Fetches the passages and their vectors. Rejects when they can't be had; the next call tries again. */
export function loadMeaning(base: string): Promise<CourseIndex> {
  loaded ??= import('#search/load.ts').then(({ loadCourseIndex }) =>
    loadCourseIndex(addressOf(base), { table: true }),
  )
  loaded.catch(() => (loaded = undefined))
  return loaded
}

/** The sections of lessons and reference pages whose passages mean what was typed, nearest first, each once. */
export async function findMeaning(base: string, words: string, most = 6): Promise<readonly Hit[]> {
  const index = await loadMeaning(base)
  const hits = new Map<string, Hit>()
  for (const { id, score } of index.search(words, 'vectors', 40)) {
    if (score < leastScore || hits.size === most) break
    const { page, section, title, heading, text } = index.passage(id)
    const href = `${base}${page}${section === '' ? '' : `#${section}`}`
    if (hits.has(href)) continue
    hits.set(href, {
      href,
      title: section === '' ? title : `${title}: ${heading}`,
      kind: 'section',
      excerpt: [{ text: shortened(text), isMatch: false }],
      by: 'meaning',
    })
  }
  return [...hits.values()]
}

/** The beginning of a passage, cut between two words. */
function shortened(text: string, most = 140): string {
  if (text.length <= most) return text
  return `${text.slice(0, text.lastIndexOf(' ', most))} …`
}
