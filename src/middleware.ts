import { defineMiddleware } from 'astro:middleware'
import { sheetsInHead } from '#site/hoist-stylesheets.ts'

/** The last hand on every page that is built. */
export const onRequest = defineMiddleware(async (_, next) => {
  const response = await next()
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response
  return new Response(sheetsInHead(await response.text()), response)
})
