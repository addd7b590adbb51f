import { beforeAll, expect, test } from 'vitest'
import { allWords } from '#build/words.ts'
import { exactSearch, recallOf } from '#engine/vectors/exact.ts'
import { Hnsw } from '#engine/vectors/hnsw.ts'
import { Space } from '#engine/vectors/space.ts'
import { measuredDials } from '#figures/stories/dials/dials.ts'
import { dialValues, indexOf, nearestCount, pointOf, type DialsData } from '#figures/stories/dials/data.ts'
import { plotOf, said } from '#figures/stories/dials/view.tsx'

const setting = { lists: 43, probes: 1, m: 4, efConstruction: 10, ef: 10 }
const vectors = allWords().map(({ vector }) => vector)
const rows = vectors.filter((_, place) => place % 4 === 1)
const questions = vectors.filter((_, place) => place % 40 === 0)
let data: DialsData
beforeAll(() => {
  data = measuredDials(rows, questions)
})

test('there is an index for every setting, and a search for every dial', () => {
  for (const lists of dialValues.lists)
    for (const probes of dialValues.probes)
      expect(
        pointOf(indexOf(data, 'ivf', { ...setting, lists }), { ...setting, probes }).recall,
      ).toBeGreaterThan(0)
  for (const m of dialValues.m)
    for (const efConstruction of dialValues.efConstruction)
      for (const ef of dialValues.ef)
        expect(pointOf(indexOf(data, 'hnsw', { ...setting, m, efConstruction }), { ...setting, ef }).compared).toBeGreaterThan(0) // prettier-ignore
  expect(() => indexOf(data, 'hnsw', { ...setting, m: 5 })).toThrow(/5/)
})

test('more lists read never finds less, and a wider beam finds more on average', () => {
  for (const { points, method } of data.indexes) {
    const recalls = points.map(({ recall }) => recall)
    if (method === 'ivf') expect(recalls).toEqual([...recalls].sort((a, b) => a - b))
    else expect(recalls.at(-1)).toBeGreaterThanOrEqual(recalls[0]!)
    const costs = points.map(({ compared }) => compared)
    expect(costs).toEqual([...costs].sort((a, b) => a - b))
  }
})

test('a point is what an index of its own finds', () => {
  const space = Space.of(rows)
  const index = Hnsw.of(space, { m: 8, efConstruction: 40 })
  const shares = questions.map((question) =>
    recallOf(index.search(question, { k: nearestCount, ef: 20 }), exactSearch(space, question, nearestCount)),
  )
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length
  const chosen = { ...setting, m: 8, efConstruction: 40, ef: 20 }
  expect(pointOf(indexOf(data, 'hnsw', chosen), chosen).recall).toBeCloseTo(mean, 10)
})

test('the words and the plot say the chosen point', () => {
  const frame = { id: 'dials', data, method: 'hnsw' as const, setting }
  const { recall, compared } = pointOf(indexOf(data, 'hnsw', setting), setting)
  expect(said(frame)).toContain(`Finds ${(10 * recall).toFixed(1)} of the true 10`)
  const lines = plotOf(frame).lines
  expect(lines.map(({ name }) => name)).toEqual([
    'HNSW, M 4, efConstruction 10',
    'IVF, 43 lists',
    'your setting',
  ])
  expect(lines[2]!.points).toEqual([[Math.round(compared), recall]])
  expect(said({ ...frame, method: 'ivf' })).toContain('centres included')
})
