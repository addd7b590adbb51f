import type { APIRoute } from 'astro'
import { runtime, runtimeParts } from '#build/runtime.ts'

/** What every run begins with; the address names the version, so that page and runtime always fit. */
export async function getStaticPaths() {
  const runtimes = await Promise.all(runtimeParts.map(runtime))
  return runtimes.map(({ hash, text }) => ({ params: { hash }, props: { text } }))
}

export const GET: APIRoute = ({ props }) =>
  new Response(props['text'] as string, { headers: { 'content-type': 'text/javascript; charset=utf-8' } })
