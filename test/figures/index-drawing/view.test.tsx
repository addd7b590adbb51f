import { render } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { type IndexData, IndexView, indexInWords } from '#figures/index-drawing/view.tsx'
import { shownPicture } from '../shown-picture.ts'

const shown = (source: string) => shownPicture<IndexData>('index', source)

it('draws a graph layer by layer, each row and link of it, and says the same in words', async () => {
  const data = await shown(
    "import { Hnsw, scatter, show, Space } from 'engine'\nshow(Hnsw.of(Space.of(scatter(40, 2)), { m: 4 }))",
  )
  if (data.of !== 'graph') throw new Error(data.of)
  expect(data.layers.at(-1)).toMatchObject({ layer: 0, rows: 40 })
  const html = render(<IndexView data={data} />)
  const circles = data.layers.reduce((sum, { drawnRows }) => sum + drawnRows.length, 0)
  expect(html.match(/<circle/g)).toHaveLength(circles)
  expect(html.match(/index-row entry/g)?.length).toBe(data.layers.length)
  expect(indexInWords(data)).toMatch(/^A graph of 40 rows in \d layers?\. Searches begin at row \d+/)
})

it('draws the lists of an inverted file with their centres', async () => {
  const data = await shown(
    "import { Ivf, scatter, show, Space } from 'engine'\nshow(new Ivf(Space.of(scatter(60, 3)), { lists: 5 }))",
  )
  expect(render(<IndexView data={data} />).match(/<rect/g)).toHaveLength(5)
  expect(indexInWords(data)).toContain('60 rows in 5 lists')
  expect(indexInWords(data)).toContain('Each row has 3 numbers')
})

it('draws a part of a large one, and says how large a part', async () => {
  const data = await shown(
    "import { Hnsw, scatter, show, Space } from 'engine'\nshow(Hnsw.of(Space.of(scatter(400, 2)), { m: 4, efConstruction: 10 }))",
  )
  expect(data.places.length).toBe(160)
  expect(indexInWords(data)).toContain('160 of 400 rows are drawn')
})
