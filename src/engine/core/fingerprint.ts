import { mix } from './draws.ts'

/**
 * A 64-bit fingerprint of any state a program may keep, the same in every browser: fields in the order of their names,
 * numbers as their shortest text. It tells runs apart; it doesn't guard against anybody.
 */
export class Fingerprint {
  #low = 0x243f6a88
  #high = 0x85a308d3

  number(value: number): this {
    this.#low = mix(this.#low, value)
    this.#high = mix(this.#high ^ 0x5bd1e995, value)
    return this
  }

  text(value: string): this {
    this.number(value.length)
    for (let index = 0; index < value.length; index++) this.number(value.charCodeAt(index))
    return this
  }

  value(value: unknown): this {
    if (typeof value === 'string') return this.number(1).text(value)
    if (typeof value !== 'object' || value === null) return this.number(2).text(String(value))
    if (Symbol.iterator in value) return this.#items(value as Iterable<unknown>)
    this.number(3)
    for (const key of Object.keys(value).sort()) {
      const field = (value as Record<string, unknown>)[key]
      if (field !== undefined) this.text(key).value(field)
    }
    return this.number(4)
  }

  /** 16 hex digits. */
  hex(): string {
    const digits = (part: number) => (part >>> 0).toString(16).padStart(8, '0')
    return digits(this.#high) + digits(this.#low)
  }

  #items(items: Iterable<unknown>): this {
    this.number(5)
    for (const item of items) this.value(item)
    return this.number(6)
  }
}
