import type { APIRoute } from 'astro'
import { runtime } from '#build/runtime.ts'

/** What every run begins with; the address names the version, so that page and runtime always fit. */
export async function getStaticPaths() {
  const { hash } = await runtime()
  return [{ params: { hash } }]
}

export const GET: APIRoute = async () =>
  new Response((await runtime()).text, { headers: { 'content-type': 'text/javascript; charset=utf-8' } })
