import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '#engine'
import type { Cell } from '#engine/cell/cell.ts'
import { reconcile } from '#engine/cell/reconcile.ts'
import { bytesOf, compareBytes } from '#engine/hash/bytes.ts'
import { fromBytes, toBytes } from '#engine/ring/bytes.ts'
import { answers, cluster } from './ring.ts'

const order = (a: Json, b: Json) => Math.sign(compareBytes(bytesOf(toBytes(a)), bytesOf(toBytes(b))))

/** The order of a Cassandra column of bigints, or of doubles: that of the eight bytes, each from 0 to 255. */
const bigints = (a: number, b: number) => eightBytes((view) => [view.setBigInt64(0, BigInt(a)), view.setBigInt64(8, BigInt(b))]) // prettier-ignore
const doubles = (a: number, b: number) => eightBytes((view) => [view.setFloat64(0, a), view.setFloat64(8, b)]) // prettier-ignore
function eightBytes(fill: (view: DataView) => unknown): number {
  const bytes = new Uint8Array(16)
  fill(new DataView(bytes.buffer))
  return Math.sign(compareBytes(bytes.slice(0, 8), bytes.slice(8)))
}

const whole = fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -20, max: 20 })).map((value) => value + 0)
const fromNoughtOn = fc.oneof(
  fc.maxSafeNat(),
  fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  fc.integer({ min: 0, max: 200 }).map((value) => value / 8),
)
const fractionBelow = fc
  .oneof(
    fc.double({ min: -1e9, max: -1e-9, noNaN: true }),
    fc.integer({ min: -99, max: -1 }).map((n) => n / 8),
  ) // prettier-ignore
  .filter((value) => !Number.isInteger(value))

describe('the larger stored value wins a tie', () => {
  it('is decided between whole numbers as between bigints', () => {
    fc.assert(fc.property(whole, whole, (a, b) => order(a, b) === bigints(a, b)))
  })

  it('is decided between numbers from 0 on as between doubles, with fractions or without', () => {
    fc.assert(fc.property(fromNoughtOn, fromNoughtOn, (a, b) => order(a, b) === doubles(a, b)))
  })

  it('is decided between fractions below 0 as between doubles, and any of them beats what’s from 0 on', () => {
    fc.assert(fc.property(fractionBelow, fractionBelow, (a, b) => order(a, b) === doubles(a, b)))
    fc.assert(fc.property(fractionBelow, fromNoughtOn, (a, b) => order(a, b) === doubles(a, b)))
  })

  it('is decided between texts by their UTF-8, and true beats false', () => {
    const text = fc.string({ unit: 'grapheme' }).filter((one) => !one.startsWith('\u0000'))
    fc.assert(fc.property(text, text, (a, b) => order(a, b) === Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))))) // prettier-ignore
    expect(order(true, false)).toBe(1)
  })

  it('has one winner for any three values, in whatever order they’re merged', () => {
    const any = fc.oneof(whole, fromNoughtOn, fractionBelow, fc.string({ unit: 'binary' }), fc.boolean())
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        const cellOf = (value: Json): Cell => ({ timestamp: 5, value: toBytes(value) })
        const merged = (...[one, other, third]: readonly [Json, Json, Json]) => reconcile(reconcile(cellOf(one), cellOf(other)), cellOf(third)) // prettier-ignore
        expect(merged(a, b, c)).toEqual(merged(c, a, b))
        expect(merged(a, b, c)).toEqual(merged(b, c, a))
      }),
    )
  })
})

describe('a value comes back as it was written', () => {
  it('whatever it is', () => {
    fc.assert(fc.property(fc.oneof(fc.jsonValue().filter((one) => one !== null), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.string({ unit: 'binary' }).map((text) => `\u0000${text}`)), (value) => { // prettier-ignore
      const json = JSON.parse(JSON.stringify(value)) as Json
      expect(fromBytes(toBytes(json))).toEqual(json)
    })) // prettier-ignore
  })

  it('also through a run: a text that begins with a zero byte, and a fraction', () => {
    for (const value of ['\u0000n9', '\u0000', 2.5, -0.125, 1e300])
      expect(answers(cluster({ replicas: 1 }).at(0).write('k', value).at(100).read('k'))).toEqual([
        { ok: true },
        { value },
      ])
  })
})
