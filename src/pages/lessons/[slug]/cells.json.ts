import type { APIRoute } from 'astro'
import { shippedCell } from '#build/cells.ts'
import { kitOf } from '#build/kit.ts'
import { cellNames, lessonSlugs } from '#build/lessons.ts'
import { href } from '#site/href.ts'

/** A lesson's cells, compiled: fetched when the reader first comes near one. */
export function getStaticPaths() {
  return lessonSlugs().map((slug) => ({ params: { slug } }))
}

export const GET: APIRoute = ({ params }) => {
  const slug = params['slug']!
  return kitOf(Object.fromEntries(cellNames(slug).map((name) => [name, shippedCell(slug, name)])), href)
}
