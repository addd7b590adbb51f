/** A coordinate or a length as the drawings write it: to a tenth of a unit. */
export function coordinate(value: number): number {
  return Math.round(value * 10) / 10
}
