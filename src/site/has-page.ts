import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Whether the site has a page at this path (`/cards/`): the header and the footer link to what exists and to nothing
 * else, so that a page that arrives is linked by arriving.
 */
export function hasPage(path: `/${string}/`): boolean {
  const page = join(process.cwd(), 'src/pages', path)
  return existsSync(join(page, 'index.astro')) || existsSync(`${page.replace(/\/$/, '')}.astro`)
}
