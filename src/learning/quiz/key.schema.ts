import { z } from 'astro/zod'
import { isComputed, isKeyValue, type KeyValue } from './key.ts'

const howTo =
  'write "key: {computed: {cell: NAME, value: NAME}}" for what a cell publishes, or "key: {stated: ANSWER, source: SOURCE-ID}" for what a document says'

type Computed = { readonly computed: { readonly cell: string; readonly value: string } }
type Stated = { readonly stated: KeyValue; readonly source: string }

/** Where the right answer comes from: a value that a cell publishes, or a document. There is no third. */
export const keySchema = z.unknown().transform((raw, context): Computed | Stated => {
  const refuse = (message: string): never => {
    context.addIssue({ code: 'custom', message: `${message}; ${howTo}` })
    return z.NEVER
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
})

/** Where the right answer comes from: a value that a cell publishes. */
export type Key = z.output<typeof keySchema>
