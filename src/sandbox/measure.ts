import type { Json } from './items.ts'
import { limits } from './limits.ts'
import { getOwnPropertyDescriptor, isArray, keys } from './taken.ts'

// Taken before any cell runs, as in describe.ts: nothing below may call what a cell has put in their place.
const { isFinite } = Number
const toText = String

/**
 * How much a message holds: the characters of its texts and names, and one for each value. Reads own data alone, so that
 * neither a getter nor a patched prototype has a say in it.
 */
export function sizeOf(message: unknown): number {
  if (typeof message === 'string') return message.length + 1
  if (typeof message !== 'object' || message === null) return 1
  let size = 1
  if (isArray(message)) {
    for (let index = 0; index < message.length; index++) size += sizeOf(message[index])
    return size
  }
  const names = keys(message)
  for (let index = 0; index < names.length; index++) {
    const name = names[index]!
    size += name.length + sizeOf(getOwnPropertyDescriptor(message, name)?.value)
  }
  return size
}

/**
 * A picture's data as a page can read it, copied: what is no plain data is a word, and what nobody wrote is left out.
 * Undefined for what is larger or deeper than a picture may be.
 */
export function pictureData(data: unknown): Json | undefined {
  return copied(data, { nodes: limits.pictureNodes }, 0)
}

function copied(value: unknown, budget: { nodes: number }, depth: number): Json | undefined {
  if (budget.nodes-- <= 0 || depth > 100) return undefined
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value
  if (typeof value === 'number') return isFinite(value) ? value : toText(value)
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value !== 'object') return typeof value
  if (isArray(value)) {
    const items: Json[] = []
    for (let index = 0; index < value.length; index++) {
      const item = copied(getOwnPropertyDescriptor(value, index)?.value ?? null, budget, depth + 1)
      if (item === undefined) return undefined
      items[index] = item
    }
    return items
  }
  const names = keys(value)
  const copy = { __proto__: null } as unknown as { [name: string]: Json }
  for (let index = 0; index < names.length; index++) {
    const name = names[index]!
    const held = getOwnPropertyDescriptor(value, name)?.value as unknown
    if (held === undefined) continue
    const item = copied(held, budget, depth + 1)
    if (item === undefined) return undefined
    copy[name] = item
  }
  return copy
}
