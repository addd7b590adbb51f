/** Whole numbers and keys as bytes, big-endian; `varint` takes seven bits a byte, the least first. */
export class ByteWriter {
  readonly #bytes: number[] = []

  u8(value: number): this {
    this.#bytes.push(value & 255)
    return this
  }

  u32(value: number): this {
    for (const shift of [24, 16, 8, 0]) this.#bytes.push((value >>> shift) & 255)
    return this
  }

  /** A whole number from 0 to 2^31 - 1. */
  varint(value: number): this {
    for (let rest = value; ; rest >>>= 7) {
      if (rest < 128) return this.u8(rest)
      this.u8((rest & 127) | 128)
    }
  }

  all(bytes: Uint8Array): this {
    for (const byte of bytes) this.#bytes.push(byte)
    return this
  }

  done(): Uint8Array {
    return Uint8Array.from(this.#bytes)
  }
}

/** The message ended before all of it was read, or holds what no message can hold. */
class CutShort extends Error {}

/** Reads what {@link ByteWriter} wrote. Throws {@link CutShort} where the bytes end too soon. */
export class ByteReader {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  u8(): number {
    const value = this.#bytes[this.#at++]
    if (value === undefined) throw new CutShort('the bytes end too soon')
    return value
  }

  u32(): number {
    let value = 0
    for (let index = 0; index < 4; index++) value = value * 256 + this.u8()
    return value
  }

  varint(): number {
    let value = 0
    for (let shift = 0; shift < 31; shift += 7) {
      const byte = this.u8()
      value |= (byte & 127) << shift
      if (byte < 128) return value >>> 0
    }
    throw new CutShort('a number of more than 31 bits')
  }

  /** A count of things of `size` bytes each that must still fit: a forged count can't make the page reserve memory. */
  count(size: number): number {
    const count = this.varint()
    if (count * size > this.#bytes.length - this.#at) throw new CutShort('fewer bytes than the count says')
    return count
  }

  rest(): Uint8Array {
    return this.#bytes.slice(this.#at)
  }
}
