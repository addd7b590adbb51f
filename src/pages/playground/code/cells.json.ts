import type { APIRoute } from 'astro'
import { kitOf } from '#build/kit.ts'
import { href } from '#site/href.ts'

/** What the playground's cells need to run: their own texts come from the reader. */
export const GET: APIRoute = () => kitOf({}, href)
