import type { APIRoute } from 'astro'
import { shippedCell, shippedParts } from '#build/cells.ts'
import { cellNames, lessonSlugs } from '#build/lessons.ts'
import { engineOf, partTable, prelude } from '#build/runtime.ts'
import { href } from '#site/href.ts'

/** A lesson's cells, compiled: fetched when the reader first comes near one. */
export function getStaticPaths() {
  return lessonSlugs().map((slug) => ({ params: { slug } }))
}

export const GET: APIRoute = async ({ params }) => {
  const slug = params['slug']!
  const engines = (await shippedParts()).map(async (parts) => ({
    parts,
    address: href(`/runtime/${(await engineOf(parts)).hash}.js`),
  }))
  return Response.json({
    cells: Object.fromEntries(cellNames(slug).map((name) => [name, shippedCell(slug, name)])),
    prelude: href(`/runtime/${(await prelude()).hash}.js`),
    engines: await Promise.all(engines),
    partTable,
  })
}
