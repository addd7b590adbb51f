import { shippedParts } from './cells.ts'
import { engineOf, partTable, prelude, watching } from './runtime.ts'
import { typesData, typesWorker } from './types-worker.ts'

/** What a page fetches to run cells, as JSON: these cells, and what a run of any of them begins with. */
export async function kitOf(cells: unknown, href: (path: `/${string}`) => string): Promise<Response> {
  const engines = (await shippedParts()).map(async (parts) => ({
    parts,
    address: href(`/runtime/${(await engineOf(parts)).hash}.js`),
  }))
  return Response.json({
    cells,
    prelude: href(`/runtime/${(await prelude()).hash}.js`),
    engines: await Promise.all(engines),
    partTable,
    watching: href(`/runtime/${(await watching()).hash}.js`),
    types: {
      worker: href(`/runtime/types-${(await typesWorker()).hash}.js`),
      data: href(`/runtime/types-${typesData().hash}.json`),
    },
    places: href('/engine/places.json'),
  })
}
