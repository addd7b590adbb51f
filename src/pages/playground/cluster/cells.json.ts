import type { APIRoute } from 'astro'
import { kitOf } from '#build/kit.ts'
import { href } from '#site/href.ts'

/** What the bench's live cell needs to run: its own text comes from the reader. */
export const GET: APIRoute = () => kitOf({ plan: { source: '', hash: '', code: '', imports: [] } }, href)
