import type { Vector } from './space.ts'

/** Rows with fewer bits a number: each row has one scale, and its numbers are whole steps of it. */
export interface Quantised {
  readonly bits: number
  /** Of all rows: the numbers and one scale of 2 bytes a row. */
  readonly bytes: number
  readonly rows: readonly Float32Array[]
}

/** Rounds each number to one of 2^bits - 1 steps between plus and minus the row's greatest. @param bits 2 to 16 */
export function quantised(rows: readonly Vector[], bits: number): Quantised {
  const most = (1 << (bits - 1)) - 1
  const rounded = rows.map((row) => {
    const values = Float32Array.from(row)
    const greatest = values.reduce((least, value) => Math.max(least, Math.abs(value)), 0)
    if (greatest === 0) return values
    const step = greatest / most
    return values.map((value) => Math.round(value / step) * step)
  })
  const dims = rows[0]?.length ?? 0
  return { bits, bytes: Math.ceil((rows.length * dims * bits) / 8) + 2 * rows.length, rows: rounded }
}

/** The bytes of the same rows as floats of 32 bits. */
export function floatBytes(rows: readonly Vector[]): number {
  return rows.reduce((sum, row) => sum + 4 * row.length, 0)
}
