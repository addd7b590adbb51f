import type { Json } from '../core/types.ts'

/** What stands before anything that isn't plain text. A text that begins like this stands behind it itself. */
const mark = '\u0000'
/** Behind the whole part of a fraction: greater than any digit, so that 1.5 beats 1. */
const fraction = ':'

/**
 * A value as it's stored: text as it is, anything else behind a mark. Of two values with the same timestamp, the one
 * with the larger unsigned bytes wins (Cells.compareValues), and the order of these texts is the order of those bytes.
 * A column has no type here, so it's guessed from its values. A whole number counts as a bigint's eight bytes, most
 * significant first: 10 beats 9, and -1 beats 1. A column with a fraction is one of doubles, and from 0 on doubles are in
 * the order of what they say: 2 beats 1.5. Below 0 the greater distance from 0 wins among fractions, as among doubles,
 * and a whole number beats any fraction, because a bigint's order and a double's can't both hold there.
 */
export function toBytes(value: Json): string {
  if (typeof value === 'string') return value.startsWith(mark) ? `${mark}s${value}` : value
  return typeof value === 'number' ? `${mark}n${orderOf(value)}${value}` : `${mark}${JSON.stringify(value)}`
}

/** The value that was stored as these bytes: undoes `toBytes`. */
export function fromBytes(value: string): Json {
  if (!value.startsWith(mark)) return value
  if (value.charAt(1) === 's') return value.slice(2)
  if (value.charAt(1) !== 'n') return JSON.parse(value.slice(1)) as Json
  return JSON.parse(value.slice(value.charAt(18) === fraction ? 35 : 18)) as Json
}

/** Hex digits in the order of the number's bytes: sixteen, or for a fraction from 0 on those of its whole part first. */
function orderOf(value: number): string {
  const view = new DataView(new ArrayBuffer(8))
  if (Number.isSafeInteger(value)) view.setBigInt64(0, BigInt(value))
  else view.setFloat64(0, value)
  const own = view.getBigUint64(0).toString(16).padStart(16, '0')
  const isFraction = value > 0 && value < Number.MAX_SAFE_INTEGER && !Number.isInteger(value)
  return isFraction ? `${orderOf(Math.floor(value))}${fraction}${own}` : own
}
