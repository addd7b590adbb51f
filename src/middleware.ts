import { defineMiddleware } from 'astro:middleware'
import { fixedSpaces } from '#site/fixed-spaces.ts'
import { sheetsInHead } from '#site/hoist-stylesheets.ts'
import { joinedMarks } from '#site/joined-marks.ts'
import { commasBetweenReferences } from '#site/reference-commas.ts'
import { tableLabels } from '#site/table-labels.ts'

/** The last hand on every page that is built. */
export const onRequest = defineMiddleware(async (_, next) => {
  const response = await next()
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response
  return new Response(set(await response.text()), response)
})

/** What is done to every page when all of it is there. */
function set(page: string): string {
  return fixedSpaces(tableLabels(joinedMarks(commasBetweenReferences(sheetsInHead(page)))))
}
