import { sizeOf } from './size.ts'

const chunkLimit = 64

/** Some neighbouring entries; never changed once it is in a table. `bytes` is counted when first asked for. */
interface Chunk<K, V> {
  readonly keys: readonly K[]
  readonly values: readonly V[]
  bytes: number
}

/**
 * A sorted map that is never changed: `set` and `delete` give a new table that shares all but one chunk with the old.
 * So a node can keep a big table in `disk`, a message can carry it and a trace can remember every version, and nothing
 * is copied. Reading is a binary search; a change costs one chunk of at most 64 entries and the list of chunks.
 */
export class Table<K extends string | number | bigint, V> {
  readonly size: number
  readonly #chunks: readonly Chunk<K, V>[]

  private constructor(chunks: readonly Chunk<K, V>[], size: number) {
    this.#chunks = chunks
    this.size = size
  }

  static empty<K extends string | number | bigint, V>(): Table<K, V> {
    return new Table<K, V>([], 0)
  }

  /** A table of these entries; of equal keys the last one stays. */
  static from<K extends string | number | bigint, V>(entries: Iterable<readonly [K, V]>): Table<K, V> {
    const sorted = [...new Map(entries)].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    const chunks: Chunk<K, V>[] = []
    for (let start = 0; start < sorted.length; start += chunkLimit / 2) {
      const part = sorted.slice(start, start + chunkLimit / 2)
      chunks.push(chunkOf(part.map(([key]) => key), part.map(([, value]) => value))) // prettier-ignore
    }
    return new Table(chunks, sorted.length)
  }

  get(key: K): V | undefined {
    const chunk = this.#chunks[this.#chunkFor(key)]
    if (chunk === undefined) return undefined
    const index = place(chunk.keys, key)
    return chunk.keys[index] === key ? chunk.values[index] : undefined
  }

  has(key: K): boolean {
    const chunk = this.#chunks[this.#chunkFor(key)]
    return chunk !== undefined && chunk.keys[place(chunk.keys, key)] === key
  }

  /** This table with the entry; the same table if the value was there already. */
  set(key: K, value: V): Table<K, V> {
    const at = this.#chunkFor(key)
    const chunk = this.#chunks[at]
    if (chunk === undefined) return new Table([chunkOf([key], [value])], 1)
    const index = place(chunk.keys, key)
    if (chunk.keys[index] === key) {
      if (chunk.values[index] === value) return this
      return new Table(
        replaced(this.#chunks, at, chunkOf(chunk.keys, replaced(chunk.values, index, value))),
        this.size,
      )
    }
    const keys = spliced(chunk.keys, index, 0, key)
    const values = spliced(chunk.values, index, 0, value)
    if (keys.length <= chunkLimit) {
      return new Table(replaced(this.#chunks, at, chunkOf(keys, values)), this.size + 1)
    }
    const half = keys.length >> 1
    const left = chunkOf(keys.slice(0, half), values.slice(0, half))
    const right = chunkOf(keys.slice(half), values.slice(half))
    return new Table(spliced(this.#chunks, at, 1, left, right), this.size + 1)
  }

  /** This table without the entry; the same table if there was none. */
  delete(key: K): Table<K, V> {
    const at = this.#chunkFor(key)
    const chunk = this.#chunks[at]
    if (chunk === undefined) return this
    const index = place(chunk.keys, key)
    if (chunk.keys[index] !== key) return this
    const keys = spliced(chunk.keys, index, 1)
    if (keys.length === 0) return new Table(spliced(this.#chunks, at, 1), this.size - 1)
    return new Table(
      replaced(this.#chunks, at, chunkOf(keys, spliced(chunk.values, index, 1))),
      this.size - 1,
    )
  }

  /** The entries with `from <= key < to` in order; an open end where a bound is left out. */
  *range(from?: K, to?: K): Generator<readonly [K, V]> {
    const first = from === undefined ? 0 : this.#chunkFor(from)
    for (let at = first; at < this.#chunks.length; at++) {
      const { keys, values } = this.#chunks[at]!
      const start = at === first && from !== undefined ? place(keys, from) : 0
      for (let index = start; index < keys.length; index++) {
        if (to !== undefined && keys[index]! >= to) return
        yield [keys[index]!, values[index]!]
      }
    }
  }

  [Symbol.iterator](): Generator<readonly [K, V]> {
    return this.range()
  }

  /** What it weighs in a message. */
  get bytes(): number {
    let total = 2
    for (const chunk of this.#chunks) {
      if (chunk.bytes < 0) {
        chunk.bytes = 0
        for (const key of chunk.keys) chunk.bytes += sizeOf(key) + 2
        for (const value of chunk.values) chunk.bytes += sizeOf(value)
      }
      total += chunk.bytes
    }
    return total
  }

  /** The chunk that holds the key, or would: the last one that begins at or before it. */
  #chunkFor(key: K): number {
    let low = 0
    let high = this.#chunks.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#chunks[middle]!.keys[0]! <= key) low = middle
      else high = middle - 1
    }
    return low
  }
}

function chunkOf<K, V>(keys: readonly K[], values: readonly V[]): Chunk<K, V> {
  return { keys, values, bytes: -1 }
}

/** Where the key is in the sorted list, or where it would go. */
function place<K>(keys: readonly K[], key: K): number {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (keys[middle]! < key) low = middle + 1
    else high = middle
  }
  return low
}

function replaced<T>(list: readonly T[], index: number, item: T): readonly T[] {
  const copy = list.slice()
  copy[index] = item
  return copy
}

function spliced<T>(list: readonly T[], index: number, remove: number, ...items: readonly T[]): readonly T[] {
  const copy = list.slice()
  copy.splice(index, remove, ...items)
  return copy
}
