import { bytesFromHex } from '#engine/hash/bytes.ts'
import type { Cell } from '#engine/cell/cell.ts'
import type { TokenRange } from '#engine/token/range.ts'
import type { PartitionDigest } from '#engine/merkle/ranges.ts'
import { isRecord } from './vectors.ts'

/**
 * Reads the fields of one item, strictly: a field of another type is an error, and so is, at the end, a field that
 * nobody read, since what wasn't read wasn't checked.
 */
export class Fields {
  readonly #fields: Readonly<Record<string, unknown>>
  readonly #read = new Set<string>()
  readonly #path: string

  constructor(fields: unknown, path = '') {
    if (!isRecord(fields))
      throw new Error(`${path || 'item'}: expected an object, received ${JSON.stringify(fields)}`)
    this.#fields = fields
    this.#path = path
  }

  has(name: string): boolean {
    return name in this.#fields
  }

  /** Marks fields as of no consequence: notes for people. */
  ignore(...names: string[]): void {
    for (const name of names) this.#read.add(name)
  }

  raw(name: string): unknown {
    this.#read.add(name)
    if (!this.has(name)) throw new Error(`the field "${this.#path}${name}" is missing`)
    return this.#fields[name]
  }

  text(name: string): string {
    const value = this.raw(name)
    return typeof value === 'string' ? value : this.#refuse(name, 'a text', value)
  }

  number(name: string): number {
    const value = this.raw(name)
    return typeof value === 'number' ? value : this.#refuse(name, 'a number', value)
  }

  truth(name: string): boolean {
    const value = this.raw(name)
    return typeof value === 'boolean' ? value : this.#refuse(name, 'true or false', value)
  }

  integer64(name: string): bigint {
    return toInteger64(this.text(name))
  }

  bytes(name: string): Uint8Array {
    return bytesFromHex(this.text(name))
  }

  list(name: string): readonly unknown[] {
    const value = this.raw(name)
    return Array.isArray(value) ? value : this.#refuse(name, 'a list', value)
  }

  ranges(name: string): readonly TokenRange[] {
    return this.list(name).map(toRange)
  }

  range(name: string): TokenRange {
    return toRange(this.raw(name))
  }

  tokens(name: string): readonly bigint[] {
    return this.list(name).map(toInteger64)
  }

  /** A list of [token, digest]. */
  partitions(name: string): readonly PartitionDigest[] {
    return this.list(name).map((pair) => {
      if (!Array.isArray(pair) || pair.length !== 2) return this.#refuse(name, 'pairs [token, digest]', pair)
      return { token: toInteger64(pair[0]), digest: bytesFromHex(String(pair[1])) }
    })
  }

  /** A cell {type, ts, ttl, ldt, value_hex}; `type` has to be what the other fields make of it. */
  cell(name: string): { cell: Cell; type: string } {
    const fields = new Fields(this.raw(name), `${name}.`)
    const ttl = fields.number('ttl')
    const deletionTime = fields.raw('ldt')
    const cell: Cell = {
      timestamp: fields.integer64('ts'),
      value: fields.bytes('value_hex'),
      ...(ttl === 0 ? {} : { ttl }),
      ...(deletionTime === null ? {} : { localDeletionTime: Number(toInteger64(deletionTime)) }),
    }
    const type = fields.text('type')
    fields.close()
    return { cell, type }
  }

  object(name: string): Fields {
    return new Fields(this.raw(name), `${this.#path}${name}.`)
  }

  /** Throws when the item has a field that wasn't read. */
  close(): void {
    const unread = Object.keys(this.#fields).filter((name) => !this.#read.has(name))
    if (unread.length > 0)
      throw new Error(`unknown field: ${unread.map((name) => this.#path + name).join(', ')}`)
  }

  #refuse(name: string, expected: string, received: unknown): never {
    throw new Error(`"${this.#path}${name}": expected ${expected}, received ${JSON.stringify(received)}`)
  }
}

function toRange(pair: unknown): TokenRange {
  if (!Array.isArray(pair) || pair.length !== 2) {
    throw new Error(`expected a range [left, right], received ${JSON.stringify(pair)}`)
  }
  return { left: toInteger64(pair[0]), right: toInteger64(pair[1]) }
}

function toInteger64(text: unknown): bigint {
  if (typeof text !== 'string' || !/^-?\d+$/.test(text)) {
    throw new Error(`expected a 64-bit number as text, received ${JSON.stringify(text)}`)
  }
  return BigInt(text)
}
