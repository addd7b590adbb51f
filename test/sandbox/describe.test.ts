import fc from 'fast-check'
import { describe as group, expect, it } from 'vitest'
import { describe } from '#sandbox/describe.ts'
import { inline, itemText, numberInProse } from '#sandbox/format.ts'
import { limits } from '#sandbox/limits.ts'
import { readItem } from '#sandbox/read-item.ts'

const shown = (value: unknown) => inline(describe(value))

group('describe(value)', () => {
  it.each([
    [1, '1'],
    [-0, '-0'],
    [0.1 + 0.2, '0.30000000000000004'],
    [10n, '10n'],
    ['it’s', "'it’s'"],
    ["it's", "'it\\'s'"],
    [undefined, 'undefined'],
    [null, 'null'],
    [Symbol('a'), 'Symbol(a)'],
    [new Date(0), '1970-01-01T00:00:00.000Z'],
    [new Date(NaN), 'Invalid Date'],
    [/a+/gi, '/a+/gi'],
    [new RangeError('no'), 'RangeError: no'],
    [[1, [2, 'x']], "[1, [2, 'x']]"],
    [{ a: { b: 1 } }, '{ a: { b: 1 } }'],
    [new Map([[{ k: 1 }, 2]]), 'Map { {…}: 2 }'],
    [new Set([1, 2]), 'Set [1, 2]'],
    [new Uint8Array([0, 255]), '2 bytes 00ff'],
    [new Float64Array([1.5]), 'Float64Array [1.5]'],
    [Object.create(null), '{}'],
    [
      class Kitchen {
        open = true
      },
      'class Kitchen',
    ],
    [function cook() {}, 'function cook'],
    [Promise.resolve(1), 'Promise (write await in front of it to see its value)'],
  ])('writes %s as %s', (value, text) => {
    expect(shown(value)).toBe(text)
  })

  it('names the class of what is made by one', () => {
    class Slip {
      table = 3
    }
    expect(shown(new Slip())).toBe('Slip { table: 3 }')
  })

  it('never calls a getter, and survives what throws', () => {
    let called = false
    const lying = {
      get a() {
        called = true
        return 1
      },
    }
    const throwing = new Proxy({}, { ownKeys: () => { throw new Error('no') } }) // prettier-ignore
    expect(shown(lying)).toBe('{ a: (getter) }')
    expect(called).toBe(false)
    expect(shown([throwing, 2])).toBe('[(can’t be read), 2]')
  })

  it('shows what contains itself once, and what stands twice side by side twice', () => {
    const twice = { a: 1 }
    const circle: Record<string, unknown> = { twice, again: twice }
    circle['self'] = circle
    expect(shown(circle)).toBe('{ twice: { a: 1 }, again: { a: 1 }, self: (contains itself) }')
  })

  it('says how much it left out of what is long, wide or deep', () => {
    expect(describe('x'.repeat(limits.stringCharacters + 7))).toMatchObject({ left: 7 })
    expect(describe(Array.from({ length: 1000 }, () => 1))).toMatchObject({ left: 900 })
    let deep: object = {}
    for (let level = 0; level < 1000; level++) deep = { deep }
    expect(JSON.stringify(describe(deep)).length).toBeLessThan(1000)
  })

  it('gives, for anything, an item that the page reads back as it is', () => {
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withMap: true, withSet: true, withTypedArray: true }),
        (value) => {
          const item = { type: 'text', level: 'log', parts: [describe(value)] } as const
          expect(readItem(JSON.parse(JSON.stringify(item)))).toEqual(item)
          expect(itemText(item).length).toBeLessThan(20_000)
        },
      ),
      { seed: 7, numRuns: 300 },
    )
  })
})

group('numberInProse(number, digits)', () => {
  it.each([
    [32768, 0, '32,768'],
    [1048576, 3, '1,048,576'],
    [0.1 + 0.2, 3, '0.3'],
    [-1234.5, 1, '−1,234.5'],
    [999, 0, '999'],
    [Infinity, 0, 'Infinity'],
  ])('writes %d with at most %d digits as %s', (number, digits, text) => {
    expect(numberInProse(number, digits)).toBe(text)
  })
})
