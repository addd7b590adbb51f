import type { APIRoute } from 'astro'
import { typesWorker } from '#build/types-worker.ts'

/** The worker of the editor's types; it's asked for on a reader's first edit, and on no first view. */
export async function getStaticPaths() {
  const { hash, text } = await typesWorker()
  return [{ params: { hash }, props: { text } }]
}

export const GET: APIRoute = ({ props }) =>
  new Response(props['text'] as string, { headers: { 'content-type': 'text/javascript; charset=utf-8' } })
