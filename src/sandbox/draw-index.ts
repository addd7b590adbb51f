import type { Hnsw, Ivf } from '#engine/vectors/index.ts'
import type { Json } from './items.ts'
import { addDrawer } from './pictures.ts'

/** The most rows and links that a drawing of an index holds; what's left out is counted. */
const mostRows = 160
const mostLinks = 700

/** An index is drawn with its rows where their first two numbers put them. */
addDrawer((shown) => {
  const data = isGraph(shown) ? graphOf(shown) : isLists(shown) ? listsOf(shown) : undefined
  return data && { type: 'picture', kind: 'index', data: data as unknown as Json }
})

/** A graph layer by layer, the sparsest first. */
function graphOf(index: Hnsw): object {
  const rows = index.links.flatMap((links, row) => (links === undefined ? [] : [row]))
  const top = Math.max(-1, ...rows.map((row) => index.layerOf(row)))
  // The rows that stand highest are drawn first: they're what a search meets first.
  const drawn = rows
    .sort((one, other) => index.layerOf(other) - index.layerOf(one) || one - other)
    .slice(0, mostRows)
  const isDrawn = new Set(drawn)
  let left = mostLinks
  const layers = Array.from({ length: top + 1 }, (_, depth) => {
    const layer = top - depth
    const inLayer = rows.filter((row) => index.layerOf(row) >= layer)
    const pairs = inLayer.flatMap((row) =>
      (index.links[row]![layer] ?? [])
        .filter((other) => row < other || !linked(index, other, row, layer))
        .map((other) => [row, other] as const),
    )
    const shownPairs = pairs.filter(([from, to]) => isDrawn.has(from) && isDrawn.has(to)).slice(0, left)
    left -= shownPairs.length
    return {
      layer,
      rows: inLayer.length,
      links: pairs.length,
      drawnRows: inLayer.filter((row) => isDrawn.has(row)),
      drawnLinks: shownPairs,
    }
  })
  return {
    of: 'graph',
    ...placesOf(index.space, drawn),
    entry: index.entry,
    rows: rows.length,
    marked: rows.filter((row) => index.marked.has(row)),
    layers,
  }
}

function linked(index: Hnsw, from: number, to: number, layer: number): boolean {
  return index.links[from]?.[layer]?.includes(to) === true
}

/** Lists, each with its centre: a search looks through the nearest few. */
function listsOf(index: Ivf): object {
  const count = index.members.length
  const each = Math.max(1, Math.floor(mostRows / Math.max(1, count)))
  const lists = index.members.slice(0, mostRows).map((rows, list) => ({
    list,
    rows: rows.length,
    drawnRows: rows.slice(0, each),
  }))
  const drawn = lists.flatMap(({ drawnRows }) => drawnRows)
  return {
    of: 'lists',
    ...placesOf(index.space, drawn),
    rows: index.members.reduce((sum, rows) => sum + rows.length, 0),
    centres: lists.map(({ list }) => pair(index.centres.at(list))),
    lists,
  }
}

function placesOf(space: Hnsw['space'], drawn: readonly number[]): object {
  return { dims: space.dims, places: drawn.map((row) => [row, ...pair(space.at(row))]) }
}

function pair(vector: ArrayLike<number>): readonly [number, number] {
  return [vector[0] ?? 0, vector[1] ?? 0]
}

function isGraph(value: unknown): value is Hnsw {
  const { links, layerOf, space } = (value ?? {}) as Partial<Hnsw>
  return Array.isArray(links) && typeof layerOf === 'function' && typeof space?.at === 'function'
}

function isLists(value: unknown): value is Ivf {
  const { members, centres, space } = (value ?? {}) as Partial<Ivf>
  return Array.isArray(members) && typeof centres?.at === 'function' && typeof space?.at === 'function'
}
