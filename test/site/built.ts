import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = process.env.OUT_DIR ?? 'dist'

/** Every page that was built, as its path in the site: `/`, `/lessons/replicas/`, `/404.html`. */
export function builtPages(): readonly `/${string}`[] {
  const pages = (readdirSync(folder, { recursive: true }) as string[])
    .filter((file) => file.endsWith('.html'))
    // What stands at an old address goes away at once: it is no page to be looked at.
    .filter((file) => !readFileSync(join(folder, file), 'utf8').includes('data-moved'))
    .map((file): `/${string}` => `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`)
    .sort()
  if (pages.length === 0) throw new Error(`${folder} holds no page: run npm run build first`)
  return pages
}

const htmls = new Map<string, string>()

/** The HTML of a built page as it lies on the disk, read once: a link's target is asked for hundreds of times. */
export function builtHtml(path: `/${string}`): string {
  const html =
    htmls.get(path) ?? readFileSync(join(folder, path.endsWith('/') ? `${path}index.html` : path), 'utf8')
  htmls.set(path, html)
  return html
}

const idsOf = new Map<string, ReadonlySet<string>>()

/** The ids that a built page gives. */
export function builtIds(path: `/${string}`): ReadonlySet<string> {
  const ids = idsOf.get(path) ?? new Set([...builtHtml(path).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!))
  idsOf.set(path, ids)
  return ids
}

/** The text of any other built file. */
export const builtText = (path: `/${string}`): string => readFileSync(join(folder, path), 'utf8')

/** The pages that were built under a base path, each with its HTML. */
export function basedFiles(): readonly (readonly [file: string, html: string])[] {
  return (readdirSync('dist-base', { recursive: true }) as string[])
    .filter((file) => file.endsWith('.html'))
    .map((file) => [file, readFileSync(join('dist-base', file), 'utf8')])
}
