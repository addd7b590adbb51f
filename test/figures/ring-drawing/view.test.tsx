import fc from 'fast-check'
import { render } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { drawnRing, type RingData } from '#figures/ring-drawing/shares.ts'
import { RingDrawing } from '#figures/ring-drawing/view.tsx'
import { shownPicture } from '../shown-picture.ts'

const shown = (source: string) => shownPicture<RingData>('ring', source)

it('draws a ring that a cell shows: a path and a token for each range, and each node’s share', async () => {
  const data = await shown(
    "import { ring, show } from 'engine'\nshow(ring({ nodes: ['A', 'B', 'C', 'D'], replicas: 2, tokens: 4 }))",
  )
  const html = render(<RingDrawing data={data} />)
  expect(html.match(/<path class="ring-range/g)).toHaveLength(16)
  expect(html.match(/<circle/g)).toHaveLength(16)
  expect(html).toContain('A ring of 4 nodes and 16 ranges.')
  const even = await shown(
    "import { ring, show } from 'engine'\nshow(ring({ nodes: ['A', 'B', 'C', 'D'], replicas: 2 }))",
  )
  expect(render(<RingDrawing data={even} />)).toMatch(/A<\/th><td>25%<\/td><td>50%/)
})

it('draws the same for a ring that the cell has worked out itself', async () => {
  const begin =
    "import { firstMembers, ring, ringOf, show } from 'engine'\nconst { options } = ring({ tokens: 3 })\n"
  const [own, named] = [
    await shown(`${begin}show(ringOf(firstMembers(options), options))`),
    await shown(`${begin}show(ring({ tokens: 3 }))`),
  ].map((data) => drawnRing(data))
  if (typeof own === 'string' || typeof named === 'string') throw new Error('not drawn')
  expect(own!.ranges).toEqual(named!.ranges)
})

it('gives every part of the ring to as many nodes as there are replicas', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 16 }),
      (count, replicas, tokens) => {
        const nodes = Array.from({ length: count }, (_, index) => `n${index + 1}`)
        const ring = drawnRing({ options: { nodes, replicas, tokens } })
        if (typeof ring === 'string') throw new Error(ring)
        const sum = (of: 'primary' | 'stored') => ring.nodes.reduce((total, node) => total + node[of], 0)
        expect(sum('primary')).toBeCloseTo(1, 9)
        expect(sum('stored')).toBeCloseTo(Math.min(replicas, count), 9)
      },
    ),
    { seed: 17, numRuns: 60 },
  )
})

it('says why a ring of too many tokens isn’t drawn, and never works it out', () => {
  const nodes = Array.from({ length: 200 }, (_, index) => `n${index}`)
  expect(drawnRing({ options: { nodes, tokens: 256 } })).toMatch(
    /51200 tokens, and a picture shows at most 1024/,
  )
  expect(drawnRing({ ranges: [], all: 3000 })).toMatch(/3000 tokens/)
  // A picture that nobody of ours has made may say that it has few.
  const ranges = Array.from({ length: 1025 }, (_, at) => ({ left: `${at}`, right: `${at + 1}`, replicas: [`n${at}`] })) // prettier-ignore
  expect(drawnRing({ ranges, all: 1 })).toMatch(/1025 tokens/)
})
