import type { APIRoute } from 'astro'
import { shippedCell } from '#build/cells.ts'
import { cellNames, lessonSlugs } from '#build/lessons.ts'

/** A lesson's cells, compiled: fetched when the reader first comes near one. */
export function getStaticPaths() {
  return lessonSlugs().map((slug) => ({ params: { slug } }))
}

export const GET: APIRoute = ({ params }) => {
  const slug = params['slug']!
  return Response.json(Object.fromEntries(cellNames(slug).map((name) => [name, shippedCell(slug, name)])))
}
