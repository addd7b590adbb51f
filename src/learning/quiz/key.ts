/** What a key comes to: an option's id, several ids, a number, a text or its accepted forms. */
export type KeyValue = string | number | readonly string[]

/** Whether it names a value that a cell publishes, and nothing else. */
export function isComputed(value: unknown): value is { cell: string; value: string } {
  if (typeof value !== 'object' || value === null) return false
  const fields = value as Record<string, unknown>
  return (
    Object.keys(value).sort().join() === 'cell,value' &&
    typeof fields['cell'] === 'string' &&
    typeof fields['value'] === 'string'
  )
}

/** Whether a value that a cell published, or an author stated, can be a key. */
export function isKeyValue(value: unknown): value is KeyValue {
  if (Array.isArray(value))
    return value.length > 0 && value.every((item) => typeof item === 'string' && item !== '')
  return (typeof value === 'string' && value !== '') || (typeof value === 'number' && Number.isFinite(value))
}
