import { defineMiddleware } from 'astro:middleware'
import { fixedSpaces } from '#site/fixed-spaces.ts'
import { sheetsInHead } from '#site/hoist-stylesheets.ts'
import { joinedMarks } from '#site/joined-marks.ts'
import { commasBetweenReferences } from '#site/reference-commas.ts'
import { tableLabels } from '#site/table-labels.ts'

/** The pages that are built, where not all of them are: for a look at a few under a base path. */
const only = process.env['ONLY']?.split(' ')

/** The last hand on every page that is built. */
export const onRequest = defineMiddleware(async ({ url }, next) => {
  // An answer without a body leaves no file.
  if (only !== undefined && url.pathname.endsWith('/') && !only.includes(pathOf(url)))
    return new Response(null)
  const response = await next()
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response
  return new Response(set(await response.text()), response)
})

/** What is done to every page when all of it is there. */
function set(page: string): string {
  return fixedSpaces(tableLabels(joinedMarks(commasBetweenReferences(sheetsInHead(page)))))
}

/** A page's path below the base. */
function pathOf({ pathname }: URL): string {
  return `/${pathname.slice(import.meta.env.BASE_URL.length).replace(/^\//, '')}`
}
