/** What several messages carry and nobody changes is weighed once. */
const weighed = new WeakMap<object, number>()

/**
 * How many bytes a value takes in a message: about its JSON, counted without writing it (a string counts one byte a
 * character). Anything with a `bytes` of its own, such as a {@link Table}, says it itself.
 */
export function sizeOf(value: unknown): number {
  switch (typeof value) {
    case 'string':
      return value.length + 2
    case 'number':
      return value >= 0 && value < 1000 ? 3 : 8
    case 'bigint':
      return 8
    case 'boolean':
      return 4
    case 'object':
      return value === null ? 4 : sizeOfObject(value)
    default:
      return 0
  }
}

function sizeOfObject(value: object): number {
  if (Array.isArray(value)) return value.length > 8 ? once(value, sizeOfItems) : sizeOfItems(value)
  if (value instanceof Map || value instanceof Set) return once(value, sizeOfItems)
  if (ArrayBuffer.isView(value)) return value.byteLength
  const own = (value as { readonly bytes?: unknown }).bytes
  if (typeof own === 'number') return own
  let bytes = 2
  let fields = 0
  for (const key in value) {
    if (++fields > 8) return once(value, sizeOfFields)
    bytes += key.length + 4 + sizeOf((value as Record<string, unknown>)[key])
  }
  return bytes
}

function once<T extends object>(value: T, count: (value: T) => number): number {
  let bytes = weighed.get(value)
  if (bytes === undefined) weighed.set(value, (bytes = count(value)))
  return bytes
}

function sizeOfItems(items: Iterable<unknown>): number {
  let bytes = 2
  for (const item of items) bytes += sizeOf(item) + 1
  return bytes
}

function sizeOfFields(value: object): number {
  let bytes = 2
  for (const [key, field] of Object.entries(value)) bytes += key.length + 4 + sizeOf(field)
  return bytes
}
