import type { APIRoute } from 'astro'
import { shippedParts } from '#build/cells.ts'
import { engineOf, partTable, prelude } from '#build/runtime.ts'
import { href } from '#site/href.ts'

/** What the bench's live cell needs to run: its own text comes from the reader. */
export const GET: APIRoute = async () => {
  const engines = (await shippedParts()).map(async (parts) => ({
    parts,
    address: href(`/runtime/${(await engineOf(parts)).hash}.js`),
  }))
  return Response.json({
    cells: { plan: { source: '', hash: '', code: '', imports: [] } },
    prelude: href(`/runtime/${(await prelude()).hash}.js`),
    engines: await Promise.all(engines),
    partTable,
  })
}
