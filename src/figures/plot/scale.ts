/** Numbers as places on an axis, with round numbers to name. */
export interface Scale {
  readonly ticks: readonly number[]
  at(value: number): number
}

/** The axis from `start` to `end` pixels that has room for all values; with `fromZero` it begins at 0 if none is below. */
export function scaleOf(values: readonly number[], start: number, end: number, fromZero: boolean): Scale {
  const least = values.reduce((a, b) => Math.min(a, b), fromZero ? 0 : Infinity)
  const most = values.reduce((a, b) => Math.max(a, b), -Infinity)
  const span = most - least || Math.abs(most) || 1
  const step = roundStep(span / 5)
  const low = Math.floor(least / step) * step
  const high = Math.max(Math.ceil(most / step) * step, low + step)
  const count = Math.round((high - low) / step)
  return {
    ticks: Array.from({ length: count + 1 }, (_, index) => Number((low + index * step).toPrecision(12))),
    at: (value) => start + ((value - low) / (high - low)) * (end - start),
  }
}

/** 1, 2 or 5 times a power of ten, at least as large. */
function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  const factor = [1, 2, 5, 10].find((one) => one * power >= rough * 0.999) ?? 10
  return factor * power
}
