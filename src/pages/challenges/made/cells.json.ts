import type { APIRoute } from 'astro'
import { madeCells } from '#build/challenges.ts'
import { kitOf } from '#build/kit.ts'
import { href } from '#site/href.ts'

/** What a page needs to judge answers to a challenge that a reader made. */
export const GET: APIRoute = () => kitOf(madeCells(), href)
