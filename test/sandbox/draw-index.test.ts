import { describe, expect, test } from 'vitest'
import { scatter } from '#engine/vectors/scatter.ts'
import { Hnsw, Ivf, Space } from '#engine/vectors/index.ts'
import { pictureOf } from '#sandbox/pictures.ts'
import '#sandbox/draw-index.ts'

interface Drawn {
  readonly of: 'graph' | 'lists'
  readonly dims: number
  readonly places: readonly (readonly [row: number, x: number, y: number])[]
  readonly rows: number
}
interface Graph extends Drawn {
  readonly entry: number
  readonly marked: readonly number[]
  readonly layers: readonly {
    readonly layer: number
    readonly rows: number
    readonly links: number
    readonly drawnRows: readonly number[]
    readonly drawnLinks: readonly (readonly [number, number])[]
  }[]
}
interface Lists extends Drawn {
  readonly centres: readonly (readonly [number, number])[]
  readonly lists: readonly { readonly list: number; readonly rows: number; readonly drawnRows: readonly number[] }[] // prettier-ignore
}

const spaceOf = (rows: number) =>
  Space.of(scatter(rows, 3, { clusters: 5, spread: 0.2, seed: 4 }).map((row) => Float32Array.from(row)))
const drawn = <T extends Drawn>(shown: unknown) => {
  const picture = pictureOf(shown, undefined)
  return (picture?.type === 'picture' && picture.kind === 'index' ? picture.data : undefined) as unknown as T
}

describe('a graph', () => {
  test('is drawn layer by layer, the sparsest first, each row where its first two numbers put it', () => {
    const index = Hnsw.of(spaceOf(60), { m: 4 })
    const picture = drawn<Graph>(index)
    const tops = Array.from({ length: 60 }, (_, row) => index.layerOf(row))
    expect(picture).toMatchObject({ of: 'graph', dims: 3, rows: 60, entry: index.entry, marked: [] })
    expect(picture.layers.map(({ layer }) => layer)).toEqual([...picture.layers.keys()].reverse())
    for (const { layer, rows, drawnRows } of picture.layers) {
      expect(rows).toBe(tops.filter((top) => top >= layer).length)
      expect(drawnRows).toHaveLength(rows)
    }
    for (const [row, x, y] of picture.places) expect([x, y]).toEqual([...index.space.at(row).slice(0, 2)])
  })

  test('has each link once, whether one row holds it or both', () => {
    const index = Hnsw.of(spaceOf(40), { m: 4 })
    for (const { layer, links, drawnLinks } of drawn<Graph>(index).layers) {
      const pairs = new Set(
        index.links.flatMap((own, row) => (own?.[layer] ?? []).map((other) => [row, other].sort((a, b) => a - b).join())), // prettier-ignore
      )
      expect(links).toBe(pairs.size)
      expect(new Set(drawnLinks.map((pair) => [...pair].sort((a, b) => a - b).join()))).toEqual(pairs)
    }
  })

  test('of many rows is drawn in part: no link leads to a row that isn’t, and everything is counted', () => {
    const index = Hnsw.of(spaceOf(400), { m: 8, efConstruction: 20 })
    index.marked.add(7)
    const picture = drawn<Graph>(index)
    const there = new Set(picture.places.map(([row]) => row))
    expect(there.size).toBe(160)
    expect(picture).toMatchObject({ rows: 400, marked: [7] })
    const links = picture.layers.flatMap(({ drawnLinks }) => drawnLinks)
    expect(links.length).toBeGreaterThan(0)
    expect(links.length).toBeLessThanOrEqual(700)
    expect(links.flat().filter((row) => !there.has(row))).toEqual([])
    expect(picture.layers.at(-1)!.links).toBeGreaterThan(picture.layers.at(-1)!.drawnLinks.length)
    const highest = Math.max(...index.links.map((own) => own!.length - 1))
    expect(picture.layers[0]!.layer).toBe(highest)
  })
})

describe('lists', () => {
  test('are drawn with their centres, a share of the rows of each, and the number of them all', () => {
    const index = new Ivf(spaceOf(400), { lists: 8 })
    const picture = drawn<Lists>(index)
    expect(picture).toMatchObject({ of: 'lists', dims: 3, rows: 400 })
    expect(picture.lists.map(({ rows }) => rows)).toEqual(index.members.map((rows) => rows.length))
    expect(picture.places.length).toBeLessThanOrEqual(160)
    for (const { list, drawnRows } of picture.lists)
      expect(drawnRows).toEqual(index.members[list]!.slice(0, 20))
    expect(picture.centres).toEqual(picture.lists.map(({ list }) => [...index.centres.at(list).slice(0, 2)]))
  })
})

test.each([[undefined], [{}], [{ links: [] }], [{ members: [], centres: {} }], ['a text']])(
  'what isn’t an index isn’t drawn: %j',
  (value) => expect(drawn(value)).toBeUndefined(),
)
