import type { Key } from './key.ts'
import { keyText } from './key.ts'

/**
 * Coded symbols of a set of keys, after Yang, Gilad, Alizadeh, "Practical Rateless Set Reconciliation" (SIGCOMM 2024).
 * Every key of the set is added to symbol 0, and to symbol i with a chance of 1 / (1 + i / 2), by draws that hang on
 * the key alone. Subtract another set's symbols and only the difference is left, whatever the sets have in common. The
 * sequence has no end: if a first piece isn't enough to decode, the next piece adds to it and nothing is sent twice.
 */
export interface Symbol {
  /** The keys of the symbol, joined by exclusive or. */
  readonly high: number
  readonly low: number
  /** The keys' check numbers, joined by exclusive or: tells one key alone from several. */
  readonly check: number
  /** How many keys are in the symbol; after a subtraction how many more the first set has. */
  readonly count: number
}

/** What two sets don't share. */
export interface Difference {
  readonly onlyHere: readonly Key[]
  readonly onlyThere: readonly Key[]
}

/** Symbols `from` to `from + length - 1` of a set. */
export function symbolsOf(keys: readonly Key[], from: number, length: number): readonly Symbol[] {
  const symbols = emptySymbols(length)
  for (const key of keys) {
    for (const place of placesOf(key)) {
      if (place >= from + length) break
      if (place >= from) toggle(symbols[place - from]!, key, 1)
    }
  }
  return symbols
}

/**
 * What `here` and another set don't share, from the other set's first symbols; undefined if there are too few of them
 * to tell (about 1.4 symbols a missing key are enough once some dozens are missing, about 2 below that).
 */
export function differenceOf(here: readonly Key[], there: readonly Symbol[]): Difference | undefined {
  const own = symbolsOf(here, 0, there.length)
  const left = own.map((symbol, place) => minus(symbol, there[place]!))
  const onlyHere: Key[] = []
  const onlyThere: Key[] = []
  const pure = left.map((_, place) => place)
  for (let place = pure.pop(); place !== undefined; place = pure.pop()) {
    const symbol = left[place]!
    if (!isPure(symbol)) continue
    const key = { high: symbol.high, low: symbol.low }
    const sign = symbol.count as 1 | -1
    ;(sign === 1 ? onlyHere : onlyThere).push(key)
    // Each key that's found empties a symbol for good, unless these symbols were made up.
    if (onlyHere.length + onlyThere.length > left.length) return undefined
    for (const other of placesOf(key)) {
      if (other >= left.length) break
      toggle(left[other]!, key, -sign)
      pure.push(other)
    }
  }
  return left.every(isEmpty) ? { onlyHere: sorted(onlyHere), onlyThere: sorted(onlyThere) } : undefined
}

type Open = { -readonly [field in keyof Symbol]: Symbol[field] }

const emptySymbols = (length: number): Open[] =>
  Array.from({ length }, () => ({ high: 0, low: 0, check: 0, count: 0 }))

function toggle(symbol: Open, key: Key, by: number): void {
  symbol.high = (symbol.high ^ key.high) >>> 0
  symbol.low = (symbol.low ^ key.low) >>> 0
  symbol.check = (symbol.check ^ checkOf(key)) >>> 0
  symbol.count += by
}

const minus = (one: Symbol, other: Symbol): Open => ({
  high: (one.high ^ other.high) >>> 0,
  low: (one.low ^ other.low) >>> 0,
  check: (one.check ^ other.check) >>> 0,
  count: one.count - other.count,
})

const isPure = (symbol: Symbol): boolean =>
  (symbol.count === 1 || symbol.count === -1) && symbol.check === checkOf(symbol)

const isEmpty = ({ high, low, check, count }: Symbol): boolean =>
  high === 0 && low === 0 && check === 0 && count === 0

const sorted = (keys: readonly Key[]): readonly Key[] =>
  [...keys].sort((one, other) => (keyText(one) < keyText(other) ? -1 : 1))

/** The symbols that hold a key, in ascending order: 0, then gaps drawn so that symbol i holds it with 1 / (1 + i / 2). */
function* placesOf(key: Key): Generator<number, never> {
  let state = (key.high ^ Math.imul(key.low, 0x9e3779b1)) >>> 0
  for (let place = 0; ;) {
    yield place
    state = (state + 0x6d2b79f5) >>> 0
    const chance = (mixed(state) + 1) / 0x1_0000_0000
    place += Math.max(1, Math.ceil((place + 1.5) * (1 / Math.sqrt(chance) - 1)))
  }
}

const checkOf = ({ high, low }: Key): number =>
  mixed((Math.imul(high, 0x85ebca6b) ^ Math.imul(low, 0xc2b2ae35) ^ 0x27d4eb2f) >>> 0)

/** The finishing step of MurmurHash3: each bit of the result hangs on every bit of the input. */
function mixed(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
