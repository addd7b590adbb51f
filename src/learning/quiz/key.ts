import type { z } from 'astro/zod'

/** What a key comes to: an option's id, several ids, a number, a text or its accepted forms. */
export type KeyValue = string | number | readonly string[]

/** Where the right answer comes from: a value that a cell publishes, or a document. There is no third. */
export type Key =
  | { readonly computed: { readonly cell: string; readonly value: string } }
  | { readonly stated: KeyValue; readonly source: string }

const howTo =
  'write "key: {computed: {cell: NAME, value: NAME}}" for what a cell publishes, or "key: {stated: ANSWER, source: SOURCE-ID}" for what a document says'

/** The schema of a key: exactly `computed`, or exactly `stated` with its source. */
export function keySchema(schema: typeof z): z.ZodType<Key> {
  return schema.unknown().transform((raw, context): Key => {
    const refuse = (message: string): never => {
      context.addIssue({ code: 'custom', message: `${message}; ${howTo}` })
      return schema.NEVER
    }
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
      return refuse(`expected a key that is computed or stated, received ${JSON.stringify(raw) ?? 'nothing'}`)
    }
    const fields = Object.keys(raw).sort().join(', ')
    const { computed, stated, source } = raw as Record<string, unknown>
    if (fields === 'computed')
      return isComputed(computed) ? { computed } : refuse('expected {cell, value} in "computed"')
    if (fields === 'stated') return refuse('expected a "source" beside "stated", received none')
    if (fields === 'source, stated') {
      if (typeof source !== 'string' || source === '') return refuse('expected the id of a source')
      return isKeyValue(stated) ? { stated, source } : refuse('expected an answer in "stated"')
    }
    return refuse(`expected a key that is computed or stated, received the fields: ${fields || 'none'}`)
  }) as unknown as z.ZodType<Key>
}

function isComputed(value: unknown): value is { cell: string; value: string } {
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
