import type { APIRoute } from 'astro'
import { challengeCells, challengeNamed, challenges } from '#build/challenges.ts'
import { kitOf } from '#build/kit.ts'
import { href } from '#site/href.ts'

/** What a page needs to judge answers to a challenge: fetched when the reader first comes near it. */
export function getStaticPaths() {
  return challenges().map(({ id }) => ({ params: { id } }))
}

export const GET: APIRoute = ({ params }) => kitOf(challengeCells(challengeNamed(params['id']!)), href)
