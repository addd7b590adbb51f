import type { APIRoute } from 'astro'
import { shippedCell } from '#build/cells.ts'
import { cellNames, lessonSlugs } from '#build/lessons.ts'
import { runtime, treeNames } from '#build/runtime.ts'
import { href } from '#layouts/href.ts'

/** A lesson's cells, compiled: fetched when the reader first comes near one. */
export function getStaticPaths() {
  return lessonSlugs().map((slug) => ({ params: { slug } }))
}

export const GET: APIRoute = async ({ params }) => {
  const slug = params['slug']!
  const [trees, whole] = await Promise.all([runtime('trees'), runtime('whole')])
  return Response.json({
    cells: Object.fromEntries(cellNames(slug).map((name) => [name, shippedCell(slug, name)])),
    runtimes: { trees: href(`/runtime/${trees.hash}.js`), whole: href(`/runtime/${whole.hash}.js`) },
    treeNames,
  })
}
