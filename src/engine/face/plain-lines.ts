import type { NodeState } from '../core/types.ts'
import type { StateLine } from './face.ts'
import { brief, isRecord } from './value-text.ts'

const mostFields = 6

/** A node of a program that nothing is known about: memory and disk as they are, a line for each field. */
export function plainLines({ memory, disk }: NodeState): readonly StateLine[] {
  return [...fieldsOf('memory', memory), ...fieldsOf('disk', disk)]
}

function fieldsOf(where: string, value: unknown): readonly StateLine[] {
  if (value === undefined) return []
  const fields = isRecord(value) ? Object.entries(value).filter(([, field]) => field !== undefined) : []
  if (fields.length === 0 || fields.length > mostFields)
    return [{ id: where, label: where, value: brief(value), kind: 'plain' }]
  return fields.map(([name, field]) => ({
    id: `${where} ${name}`,
    label: name,
    value: brief(field, 1),
    kind: 'plain',
    detail: where,
  }))
}
