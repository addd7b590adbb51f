// The small marks of the drawing, as paths.

import { coordinate } from '#figures/coordinate.ts'

/** A cross whose arms reach `r` from the point. */
export function cross(x: number, y: number, r: number): string {
  return `M${x - r} ${y - r}l${2 * r} ${2 * r}m0 ${-2 * r}l${-2 * r} ${2 * r}`
}

/** A head that points along the flight and ends at the point. */
export function arrow(x: number, y: number, angle: number): string {
  const at = (turn: number, length: number) =>
    `${coordinate(x - Math.cos(angle + turn) * length)} ${coordinate(y - Math.sin(angle + turn) * length)}`
  return `M${at(0, 3)}L${at(0.38, 11)}L${at(-0.38, 11)}z`
}
