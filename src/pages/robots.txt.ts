import type { APIRoute } from 'astro'
import { href } from '#site/href.ts'

/** Everything may be read; where the site knows its host, the map of all pages is named. */
export const GET: APIRoute = ({ site }) =>
  new Response(
    `User-agent: *\nAllow: /\n${site === undefined ? '' : `Sitemap: ${new URL(href('/sitemap-index.xml'), site).href}\n`}`,
  )
