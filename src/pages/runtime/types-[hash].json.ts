import type { APIRoute } from 'astro'
import { typesData } from '#build/types-worker.ts'

/** The declarations of the language and the engine, for the worker of the editor's types. */
export function getStaticPaths() {
  const { hash, text } = typesData()
  return [{ params: { hash }, props: { text } }]
}

export const GET: APIRoute = ({ props }) =>
  new Response(props['text'] as string, { headers: { 'content-type': 'application/json; charset=utf-8' } })
