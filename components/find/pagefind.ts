import type { Hit, Piece } from './hit.ts'

interface SubResult {
  readonly title: string
  readonly url: string
  readonly excerpt: string
}
interface Data {
  readonly url: string
  readonly excerpt: string
  readonly meta: { readonly title?: string; readonly kind?: string }
  readonly sub_results: readonly SubResult[]
}
interface Pagefind {
  options(options: { readonly baseUrl: string; readonly excerptLength: number }): Promise<void>
  debouncedSearch(
    words: string,
    options: { readonly filters?: { readonly kind: string } },
    waitMs: number,
  ): Promise<Found | null>
  search(words: string, options: { readonly filters: { readonly kind: string } }): Promise<Found>
}
interface Found {
  readonly results: readonly { data(): Promise<Data> }[]
}

let loaded: Promise<Pagefind> | undefined

/** Finds words in the course. `base` is the site's root. Undefined when a later search has overtaken this one. */
export async function findWords(base: string, words: string, most = 10): Promise<readonly Hit[] | undefined> {
  loaded ??= load(base)
  // A search that failed for want of a network may succeed later.
  loaded.catch(() => (loaded = undefined))
  const pagefind = await loaded
  const found = await pagefind.debouncedSearch(words, {}, 120)
  if (found === null) return undefined
  // A term that's looked for by its name stands first, however often others use it.
  const lists = [
    ...(await Promise.all(ownKinds.map((kind) => pagefind.search(words, { filters: { kind } })))).map(
      ({ results }) => results.slice(0, 3),
    ),
    found.results.slice(0, most),
  ]
  const data = await Promise.all(lists.flat().map((result) => result.data()))
  const hits = data.flatMap(hitsOf)
  return hits.filter(({ href }, at) => hits.findIndex((hit) => hit.href === href) === at)
}

/** Kinds that get room of their own among what's found. */
const ownKinds = ['term', 'card', 'question'] as const

async function load(base: string): Promise<Pagefind> {
  const address = `${base}pagefind/pagefind.js`
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind
  await pagefind.options({ baseUrl: base, excerptLength: 18 })
  return pagefind
}

function hitsOf({ url, excerpt, meta, sub_results: sections }: Data): readonly Hit[] {
  if (meta.kind !== undefined)
    return [{ href: url, title: meta.title ?? '', kind: meta.kind, excerpt: piecesOf(excerpt), by: 'words' }]
  const page = meta.title ?? ''
  return sections.slice(0, 3).map((section) => ({
    href: section.url,
    title: section.title === page ? page : `${page}: ${section.title}`,
    kind: 'section',
    excerpt: piecesOf(section.excerpt),
    by: 'words',
  }))
}

/** Pagefind's excerpt is HTML: read as text, so that nothing in the course can become markup here. */
function piecesOf(excerpt: string): readonly Piece[] {
  const body = new DOMParser().parseFromString(excerpt, 'text/html').body
  return [...body.childNodes].map((node) => ({
    text: node.textContent ?? '',
    isMatch: node.nodeName === 'MARK',
  }))
}
