import rss from '@astrojs/rss'
import type { APIRoute } from 'astro'
import { changes } from '#build/changes.ts'
import { href } from '#site/href.ts'

/** The feed of changes. Its addresses need a host: a site that's built without one (SITE) has no feed. */
export const GET: APIRoute = ({ site }) => {
  if (site === undefined) return new Response(null)
  return rss({
    title: 'Anti-Entropy: what changed',
    description: 'New lessons, figures and pages of an interactive notebook of distributed systems.',
    site: new URL(href('/'), site).href,
    customData: '<language>en-gb</language>',
    items: changes().map(({ id, at, title, text, page }) => ({
      title,
      description: text,
      pubDate: new Date(`${at}T00:00:00Z`),
      link: new URL(`${href('/changes/')}#${id}`, site).href,
      content: `<p>${text}</p><p><a href="${new URL(href(page as `/${string}`), site).href}">See it</a></p>`,
    })),
  })
}
