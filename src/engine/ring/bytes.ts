import type { Json } from '../core/types.ts'

/**
 * A value as it's stored: text as it is, anything else behind a mark. Of two values with the same timestamp, the one
 * with the larger unsigned bytes wins. A whole number is compared as a bigint's eight bytes, most significant first, so
 * that 10 beats 9 and -1 beats 1; any other number as the eight bytes of a double. (Cells.compareValues.)
 */
export function toBytes(value: Json): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' ? `\u0000${orderOf(value)}${value}` : `\u0000${JSON.stringify(value)}`
}

export function fromBytes(value: string): Json {
  if (!value.startsWith('\u0000')) return value
  return JSON.parse(value.charAt(1) === 'n' ? value.slice(18) : value.slice(1)) as Json
}

/** A letter and sixteen hex digits, in the order of the number's bytes. Null is never stored. */
function orderOf(value: number): string {
  const view = new DataView(new ArrayBuffer(8))
  if (Number.isSafeInteger(value)) view.setBigInt64(0, BigInt(value))
  else view.setFloat64(0, value)
  return `n${view.getBigUint64(0).toString(16).padStart(16, '0')}`
}
