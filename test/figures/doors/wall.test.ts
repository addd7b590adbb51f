import { describe, expect, it } from 'vitest'
import {
  between,
  rectangleOf,
  rectanglesOf,
  slipAt,
  slipsIn,
  wallView,
  wallSize,
} from '#figures/doors/wall.ts'

describe('rectangleOf(level, index, depth)', () => {
  it('gives every slip of depth 15 a place of its own on a wall of 256 by 128', () => {
    expect(wallSize(15)).toEqual({ width: 256, height: 128 })
    const places = new Set<string>()
    for (let slip = 0; slip < 2 ** 15; slip++) {
      const { x, y, width, height } = rectangleOf(15, slip, 15)
      expect([width, height]).toEqual([1, 1])
      places.add(`${x} ${y}`)
      if (slip % 97 === 0) expect(slipAt(x, y, 15)).toBe(slip)
    }
    expect(places.size).toBe(2 ** 15)
  })

  it('lays the children of a node over its two halves', () => {
    for (const [level, index] of [
      [0, 0],
      [1, 1],
      [4, 9],
      [5, 30],
    ] as const) {
      const whole = rectangleOf(level, index, 7)
      const halves = [rectangleOf(level + 1, index * 2, 7), rectangleOf(level + 1, index * 2 + 1, 7)]
      const area = ({ width, height }: typeof whole) => width * height
      expect(halves.map(area)).toEqual([area(whole) / 2, area(whole) / 2])
      expect(Math.min(...halves.map(({ x }) => x))).toBe(whole.x)
      expect(Math.max(...halves.map(({ y, height }) => y + height))).toBe(whole.y + whole.height)
    }
  })
})

describe('rectanglesOf(span, depth)', () => {
  it('covers a span once, with the fewest nodes', () => {
    const area = rectanglesOf({ from: 3, to: 16 }, 5).reduce(
      (sum, { width, height }) => sum + width * height,
      0,
    )
    expect(area).toBe(13)
    expect(rectanglesOf({ from: 0, to: 32 }, 5)).toEqual([rectangleOf(0, 0, 5)])
    expect(rectanglesOf({ from: 3, to: 16 }, 5)).toHaveLength(3)
  })
})

describe('slipsIn(view, depth)', () => {
  it('names every slip of the view once', () => {
    const slips = slipsIn(rectangleOf(11, 700, 15), 15)
    expect([...slips].sort((a, b) => a - b)).toEqual(Array.from({ length: 16 }, (_, n) => 700 * 16 + n))
  })
})

describe('viewOf(level, index, depth)', () => {
  it('holds the node and stays on the wall', () => {
    for (let level = 0; level <= 15; level++) {
      const index = (2 ** level * 5) >> 3
      const node = rectangleOf(level, index, 15)
      const view = wallView(level, index, 15)
      expect(view.x).toBeGreaterThanOrEqual(0)
      expect(view.y + view.height).toBeLessThanOrEqual(128)
      expect(view.x).toBeLessThanOrEqual(node.x)
      expect(view.y + view.height).toBeGreaterThanOrEqual(node.y + node.height)
      expect(view.width / view.height).toBe(2)
    }
  })

  it('moves from one view to another and arrives', () => {
    const [start, end] = [wallView(0, 0, 15), wallView(9, 300, 15)]
    expect(between(start, end, 0)).toEqual(start)
    expect(between(start, end, 1)).toEqual(end)
    const half = between(start, end, 0.5)
    expect(half.width).toBeGreaterThan(end.width)
    expect(half.width).toBeLessThan(start.width)
  })
})
