import type { Json } from './items.ts'
import { limits } from './limits.ts'

type Fields = Readonly<Record<string, unknown>>

/** Plain data of any shape, copied; undefined where it’s more than `budget.nodes` values or too deep. */
export function readJson(input: unknown, budget: { nodes: number }, depth: number): Json | undefined {
  if (budget.nodes-- <= 0 || depth > 150) return undefined
  if (input === null || typeof input === 'boolean' || typeof input === 'number') return input
  if (typeof input === 'string') return input.length <= limits.characters ? input : undefined
  if (Array.isArray(input))
    return readList(input, limits.pictureNodes, (entry) => readJson(entry, budget, depth + 1))
  const fields = record(input)
  if (fields === undefined) return undefined
  const read: [string, Json][] = []
  for (const [key, held] of Object.entries(fields)) {
    if (held === undefined) continue
    const value = readJson(held, budget, depth + 1)
    if (value === undefined) return undefined
    read.push([key, value])
  }
  // fromEntries defines own properties: a key named __proto__ is a key and nothing more.
  return Object.fromEntries(read)
}

/** A row of a table: short texts, at most as many as there are columns and one more. */
export function readTexts(input: unknown): readonly string[] | undefined {
  return readList(input, limits.tableColumns + 1, (text) => (isText(text, 400) ? text : undefined))
}

/** A list of at most `most` entries, each read; undefined where one can’t be. */
export function readList<T>(
  input: unknown,
  most: number,
  read: (entry: unknown) => T | undefined,
): T[] | undefined {
  if (!Array.isArray(input) || input.length > most) return undefined
  const list: T[] = []
  for (const entry of input as unknown[]) {
    const value = read(entry)
    if (value === undefined) return undefined
    list.push(value)
  }
  return list
}

/** The fields of an object that is no list; undefined for anything else. */
export function record(input: unknown): Fields | undefined {
  return typeof input === 'object' && input !== null && !Array.isArray(input) ? (input as Fields) : undefined
}

/** Whether it’s a text of at most so many characters. */
export function isText(input: unknown, most: number): input is string {
  return typeof input === 'string' && input.length <= most
}

/** Whether it’s a finite number from 0 up. */
export function isCount(input: unknown): input is number {
  return typeof input === 'number' && Number.isFinite(input) && input >= 0
}
