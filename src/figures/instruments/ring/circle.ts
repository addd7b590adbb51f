import { coordinate } from '#figures/coordinate.ts'

/** The square that a ring is drawn in, its middle, and how far from it the ranges lie, in units of the drawing. */
export const size = 240

/** The middle of the square, from the left and from the top. */
export const centre = size / 2

/** How far from the middle the ranges lie. */
export const radius = 88

/** A part of the ring: where it begins and how long it is, as shares of the ring. */
interface Arc {
  readonly start: number
  readonly share: number
}

/** A point so far from the middle, at a share of the way round: 0 and 1 are at the top, clockwise. */
export function pointAt(share: number, far: number): readonly [x: number, y: number] {
  const angle = (share - 0.25) * 2 * Math.PI
  return [coordinate(centre + far * Math.cos(angle)), coordinate(centre + far * Math.sin(angle))]
}

/** The path of a part of the ring. The whole ring ends just short of where it begins, or no line would be drawn. */
export function arcPath({ start, share }: Arc): string {
  const [x1, y1] = pointAt(start, radius)
  const [x2, y2] = pointAt(start + Math.min(share, 0.9999), radius)
  return `M${x1} ${y1}A${radius} ${radius} 0 ${share > 0.5 ? 1 : 0} 1 ${x2} ${y2}`
}

/** A distance in tokens as a share of the ring, 0 to 1. */
export function shareOf(distance: bigint): number {
  return Number(distance >> 11n) / 2 ** 53
}
