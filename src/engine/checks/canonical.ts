import type { Json } from '../core/types.ts'

/** JSON text with the names of every object in order, so that two values are equal exactly when their texts are. */
export function canonical(value: Json | undefined): string {
  if (value === undefined) return 'undefined'
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const object = value as { readonly [name: string]: Json }
  const members = Object.keys(object)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonical(object[name])}`)
  return `{${members.join(',')}}`
}
