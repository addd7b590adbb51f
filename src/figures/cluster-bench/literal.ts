import type { Json } from '#engine'

/** A value as TypeScript, in the hand of this repository: single quotes, bare names, spaces inside braces. */
export function literal(value: Json | undefined): string {
  if (typeof value === 'string') return quoted(value)
  if (Array.isArray(value)) return `[${value.map((item: Json) => literal(item)).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    const text = object(value as { readonly [name: string]: Json | undefined })
    return text === '' ? '{}' : text
  }
  return Object.is(value, -0) ? '-0' : String(value)
}

/** The fields that have a value, as an object; nothing when there are none. */
export function object(fields: { readonly [name: string]: Json | undefined }): string {
  const said = Object.entries(fields).filter(([, value]) => value !== undefined)
  if (said.length === 0) return ''
  return `{ ${said.map(([name, value]) => `${fieldName(name)}: ${literal(value)}`).join(', ')} }`
}

function fieldName(name: string): string {
  // A bare __proto__ would set the prototype; in brackets it is a field like any other.
  if (name === '__proto__') return `['__proto__']`
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name)
}

function quoted(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}
