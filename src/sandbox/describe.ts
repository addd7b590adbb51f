import type { Value } from './items.ts'
import { limits } from './limits.ts'
import { descends, getter, has, uncurried } from './slots.ts'
import { shortened, cut } from './cut.ts'
import { ownValue } from './own-value.ts'
import { errorRoot, getOwnPropertyDescriptor, getPrototypeOf, isArray, keys } from './taken.ts'
import { errorText } from './error-text.ts'
import { patternSource, patternText } from './pattern-text.ts'

// Taken before any cell runs: a cell may replace these, and its output must still be described as it is.
const { isView } = ArrayBuffer
const { ownKeys } = Reflect
const { floor } = Math
const { isNaN } = Number
const toText = String
const promiseRoot = Promise.prototype
const typedRoot = getPrototypeOf(Uint8Array.prototype) as object

const mapEntries = uncurried(Map.prototype.entries)
const setValues = uncurried(Set.prototype.values)
const dateText = uncurried(Date.prototype.toISOString)
const dateTime = uncurried(Date.prototype.getTime)
const nextOfMap = uncurried(new Map().entries().next)
const nextOfSet = uncurried(new Set().values().next)
const numberText = uncurried(Number.prototype.toString)
const symbolText = uncurried(Symbol.prototype.toString)
const mapSize = getter(Map.prototype, 'size')
const setSize = getter(Set.prototype, 'size')
const typedKind = getter(typedRoot, Symbol.toStringTag)
const typedLength = getter(typedRoot, 'length')

/** What is left to spend on one printed argument, and what is being described above the present place. */
interface Budget {
  nodes: number
  characters: number
  readonly above: unknown[]
}

/**
 * Any value as data to show. Never calls a getter, never throws, and stops at {@link limits}: cyclic, deep, huge and
 * lying values all come out as something short. Numbers and dates are written as the language itself writes them, so
 * that every browser and Node agree.
 */
export function describe(value: unknown): Value {
  return inner(value, { nodes: limits.nodes, characters: limits.argumentCharacters, above: [] })
}

function inner(value: unknown, budget: Budget): Value {
  budget.nodes--
  try {
    if (typeof value === 'string') return describedString(value, budget)
    if (typeof value === 'function') return plain(functionText(value))
    if (typeof value === 'symbol') return plain(shortened(symbolText(value)))
    if (typeof value === 'bigint') return plain(`${shortened(toText(value))}n`)
    if (Object.is(value, -0)) return plain('-0')
    if (typeof value !== 'object' || value === null) return plain(toText(value))
    return describedObject(value, budget)
  } catch {
    return plain('(can’t be read)')
  }
}

function describedObject(value: object, budget: Budget): Value {
  for (let index = 0; index < budget.above.length; index++) {
    if (budget.above[index] === value) return plain('(contains itself)')
  }
  if (budget.above.length >= limits.depth) return plain(isArray(value) ? '[…]' : '{…}')
  budget.above[budget.above.length] = value
  const described = describedByKind(value, budget)
  budget.above.length--
  return described
}

/** What a value is shows in its inner slots: a tag is a word that the cell may write on anything. */
function describedByKind(value: object, budget: Budget): Value {
  if (isArray(value)) return describedList(value, countOf(value.length), '', budget)
  if (isView(value)) {
    const kind = typedKind(value)
    if (kind === 'Uint8Array') return describedBytes(value as Uint8Array)
    if (typeof kind === 'string')
      return describedList(
        value as unknown as readonly unknown[],
        typedLength(value) as number,
        nameOf(value),
        budget,
      )
  }
  if (has(mapSize, value)) return describedMap(value as Map<unknown, unknown>, budget)
  if (has(setSize, value)) return describedSet(value as Set<unknown>, budget)
  if (has(dateTime, value)) {
    const isNoDate = isNaN(dateTime(value) as number)
    return plain(isNoDate ? 'Invalid Date' : (dateText(value) as string))
  }
  if (has(patternSource, value)) return plain(patternText(value))
  if (descends(value, errorRoot)) return plain(errorText(value))
  if (descends(value, promiseRoot)) return plain('Promise (write await in front of it to see its value)')
  return describedRecord(value, budget)
}

function describedList(list: readonly unknown[], length: number, name: string, budget: Budget): Value {
  const items: Value[] = []
  for (let index = 0; index < length && index < limits.entries && budget.nodes > 0; index++) {
    items[index] = property(list, toText(index), budget)
  }
  return { kind: 'list', name, items, left: length - items.length }
}

/** A length that a cell may have made up, as a count. */
function countOf(length: unknown): number {
  return typeof length === 'number' && length > 0 && length <= Number.MAX_SAFE_INTEGER ? floor(length) : 0
}

function describedMap(map: Map<unknown, unknown>, budget: Budget): Value {
  const entries: [string, Value][] = []
  const iterator = mapEntries(map)
  let count = 0
  for (let step = nextOfMap(iterator); step.done !== true; step = nextOfMap(iterator)) {
    if (count < limits.entries && budget.nodes > 0) {
      entries[count] = [asKey(inner(step.value[0], budget)), inner(step.value[1], budget)]
    }
    count++
  }
  return { kind: 'record', name: 'Map', entries, left: count - entries.length }
}

function describedSet(set: Set<unknown>, budget: Budget): Value {
  const items: Value[] = []
  const iterator = setValues(set)
  let count = 0
  for (let step = nextOfSet(iterator); step.done !== true; step = nextOfSet(iterator)) {
    if (count < limits.entries && budget.nodes > 0) items[count] = inner(step.value, budget)
    count++
  }
  return { kind: 'list', name: 'Set', items, left: count - items.length }
}

function describedRecord(value: object, budget: Budget): Value {
  const names = keys(value)
  const entries: [string, Value][] = []
  for (let index = 0; index < names.length && index < limits.entries && budget.nodes > 0; index++) {
    const key = names[index] as string
    const named = cut(key, 100)
    budget.characters -= named.length
    entries[index] = [named, property(value, key, budget)]
  }
  return { kind: 'record', name: nameOf(value), entries, left: names.length - entries.length }
}

/** A property without calling its getter: a getter is the learner's code and may do anything. */
function property(value: object, key: string, budget: Budget): Value {
  const found = getOwnPropertyDescriptor(value, key)
  if (found === undefined) return plain(isArray(value) ? '(empty)' : 'undefined')
  return 'value' in found ? inner(found.value, budget) : plain('(getter)')
}

function describedBytes(bytes: Uint8Array): Value {
  let hex = ''
  const length = typedLength(bytes) as number
  for (let index = 0; index < length && index < limits.bytes; index++) {
    hex += (bytes[index]! < 16 ? '0' : '') + numberText(bytes[index], 16)
  }
  return { kind: 'bytes', hex, length }
}

function describedString(text: string, budget: Budget): Value {
  const most = budget.characters < limits.stringCharacters ? budget.characters : limits.stringCharacters
  const kept = cut(text, most)
  budget.characters -= kept.length
  return { kind: 'string', text: kept, left: text.length - kept.length }
}

/** The name of the value's class; empty for plain objects and for what hides it. */
function nameOf(value: object): string {
  const prototype = getPrototypeOf(value)
  if (prototype === null || getPrototypeOf(prototype) === null) return ''
  const maker = ownValue(prototype, 'constructor')
  const name = typeof maker === 'function' ? ownValue(maker, 'name') : undefined
  return typeof name === 'string' ? cut(name, 60) : ''
}

function functionText(value: object): string {
  const name = ownValue(value, 'name')
  const isClass =
    ownKeys(value).length > 0 && getOwnPropertyDescriptor(value, 'prototype')?.writable === false
  const word = isClass ? 'class' : 'function'
  return typeof name === 'string' && name !== '' ? `${word} ${cut(name, 60)}` : word
}

function asKey(value: Value): string {
  if (value.kind === 'string' || value.kind === 'plain') return cut(value.text, 100)
  if (value.kind === 'bytes') return value.hex
  return value.kind === 'list' ? '[…]' : '{…}'
}

function plain(text: string): Value {
  return { kind: 'plain', text }
}
