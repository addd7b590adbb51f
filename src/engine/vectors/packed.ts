/** What the head of a packed file says: how many rows of how many numbers, of 8 or 4 bits, in steps of `step`. */
export interface PackedHead {
  readonly rows: number
  readonly dims: number
  readonly bits: number
  readonly step: number
}

/** Rows of numbers, one after the other. */
export interface Rows {
  readonly rows: number
  readonly dims: number
  readonly values: Float32Array
}

/**
 * Reads packed rows: signed numbers of 8 bits, or of 4 with two in a byte, the first in the low half, each stored plus 8;
 * then, at an even place, a scale of 16 bits for each row. A number is stored × scale × step; all little-endian.
 *
 * @throws RangeError if the bytes are too few for what the head says
 */
export function unpacked({ rows, dims, bits, step }: PackedHead, bytes: Uint8Array): Rows {
  const size = (rows * dims * bits) / 8
  const scalesAt = size + (size % 2)
  if (bytes.length < scalesAt + 2 * rows) {
    throw new RangeError(`Packed rows take ${scalesAt + 2 * rows} bytes; there are ${bytes.length}.`)
  }
  const values = new Float32Array(rows * dims)
  for (let row = 0; row < rows; row++) {
    const at = scalesAt + 2 * row
    const scale = (bytes[at]! | (bytes[at + 1]! << 8)) * step
    for (let index = row * dims; index < (row + 1) * dims; index++) {
      const stored =
        bits === 8 ? (bytes[index]! << 24) >> 24 : ((bytes[index >> 1]! >> (index % 2 ? 4 : 0)) & 15) - 8
      values[index] = stored * scale
    }
  }
  return { rows, dims, values }
}

/** The rows as vectors, sharing the memory. */
export function rowsOf({ rows, dims, values }: Rows): readonly Float32Array[] {
  return Array.from({ length: rows }, (_, row) => values.subarray(row * dims, (row + 1) * dims))
}

/** Packs rows in 8 bits a number, one scale a row: what {@link unpacked} reads. */
export function packed(rows: readonly Float32Array[]): {
  readonly head: PackedHead
  readonly bytes: Uint8Array
} {
  const dims = rows[0]?.length ?? 0
  const greatest = rows.map((row) => row.reduce((most, value) => Math.max(most, Math.abs(value)), 0))
  const step = Math.max(...greatest, 1e-9) / 127 / 65535
  const size = rows.length * dims
  const scalesAt = size + (size % 2)
  const bytes = new Uint8Array(scalesAt + 2 * rows.length)
  for (const [at, row] of rows.entries()) {
    const scale = Math.max(1, Math.round(greatest[at]! / 127 / step))
    for (const [place, value] of row.entries())
      bytes[at * dims + place] = Math.round(value / (scale * step)) & 255
    bytes[scalesAt + 2 * at] = scale & 255
    bytes[scalesAt + 2 * at + 1] = scale >> 8
  }
  return { head: { rows: rows.length, dims, bits: 8, step }, bytes }
}
