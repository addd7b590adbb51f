import type { APIRoute } from 'astro'
import { shippedParts } from '#build/cells.ts'
import { engineOf, prelude, watching } from '#build/runtime.ts'

/** What every run begins with; the address names the version, so that page and runtime always fit. */
export async function getStaticPaths() {
  const scripts = await Promise.all([prelude(), watching(), ...(await shippedParts()).map(engineOf)])
  return scripts.map(({ hash, text }) => ({ params: { hash }, props: { text } }))
}

export const GET: APIRoute = ({ props }) =>
  new Response(props['text'] as string, { headers: { 'content-type': 'text/javascript; charset=utf-8' } })
