import { allCards } from '#components/reviews/all-cards.ts'

/** Every card of the course, for the pages that ask them. */
export async function GET(): Promise<Response> {
  return new Response(JSON.stringify(await allCards()), { headers: { 'Content-Type': 'application/json' } })
}
