import type { APIRoute } from 'astro'
import { exportedNames, engineSource } from '#build/engine-source.ts'
import { chaptersInOrder, nameId } from '#components/engine/book.ts'
import { href } from '#site/href.ts'

/** Where each exported name of the engine is shown: by file and name, the address. For "go to definition" in a cell. */
export const GET: APIRoute = async () => {
  const places = (await chaptersInOrder()).flatMap(({ id, files, rest }) =>
    [...files, ...rest].map(({ path, id: place }) => {
      const page = href(`/engine/${id}/`)
      const names = exportedNames(engineSource(path)).map(({ name }) => [
        name,
        `${page}#${nameId(path, name)}`,
      ])
      return [path, { file: `${page}#${place}`, names: Object.fromEntries(names) as Record<string, string> }]
    }),
  )
  return Response.json(Object.fromEntries(places))
}
