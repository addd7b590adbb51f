import { expect, test } from 'vitest'
import { ring } from '#engine'
import { firstMembers, ringOf } from '#engine/ring/placement.ts'
import type { RingOptions } from '#engine/ring/options.ts'
import { pictureOf } from '#sandbox/pictures.ts'
import '#sandbox/draw-ring.ts'

const made = (tokensPerNode: number) => {
  const system = ring({ nodes: ['A', 'B', 'C'], replicas: 2, tokens: tokensPerNode })
  return {
    system,
    ranges: ringOf(firstMembers(system.options as RingOptions), system.options as RingOptions),
  }
}
const dataOf = (shown: unknown) => {
  const picture = pictureOf(shown, undefined)
  return picture?.type === 'picture' && picture.kind === 'ring' ? picture.data : undefined
}

test('the system of a ring is drawn by its options alone, since the page works out the rest', () => {
  const { system } = made(4)
  expect(dataOf(system)).toEqual({ options: system.options })
})

test('a ring that a cell worked out is drawn range by range, as text that JSON can carry', () => {
  const { ranges } = made(4)
  const data = dataOf(ranges) as { readonly ranges: readonly { left: string; right: string; replicas: string[] }[]; readonly all: number } // prettier-ignore
  expect(data.all).toBe(12)
  expect(JSON.parse(JSON.stringify(data))).toEqual(data)
  expect(data.ranges.map(({ right }) => BigInt(right))).toEqual(ranges.ranges.map(({ range }) => range.right)) // prettier-ignore
  expect(data.ranges.map(({ replicas }) => replicas)).toEqual(ranges.ranges.map(({ replicas }) => [...replicas])) // prettier-ignore
})

test('of more ranges than a picture holds the first are drawn, and all are counted', () => {
  const { ranges } = made(4)
  const many = { ...ranges, ranges: Array.from({ length: 1500 }, () => ranges.ranges[0]!) }
  expect(dataOf(many)).toMatchObject({ all: 1500, ranges: { length: 1024 } })
})

test.each([
  [undefined],
  [null],
  [7],
  [{ name: 'ring' }],
  [{ seats: [], ranges: [{}] }],
  [{ seats: [], ranges: 'no' }],
])('what isn’t a ring isn’t drawn: %j', (value) => expect(dataOf(value)).toBeUndefined())
