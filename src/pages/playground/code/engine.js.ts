import type { APIRoute } from 'astro'
import { engineForNode } from '#build/home.ts'

/** The engine for Node: fetched when a reader takes a cell home. */
export const GET: APIRoute = async () =>
  new Response(await engineForNode(), { headers: { 'content-type': 'text/javascript; charset=utf-8' } })
