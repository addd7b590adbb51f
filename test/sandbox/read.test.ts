import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { limits } from '#sandbox/limits.ts'
import { readMessage } from '#sandbox/read.ts'
import { readItem } from '#sandbox/read-item.ts'
import { emit, setSink } from '#sandbox/sink.ts'
import { cellConsole } from '#sandbox/cell-console.ts'
import { plot, value as publish } from '#sandbox/cell-api.ts'

describe('readMessage(input)', () => {
  it('reads the messages of a run and nothing else of them', () => {
    expect(readMessage({ type: 'done', extra: 1 })).toEqual({ type: 'done' })
    expect(readMessage({ type: 'value', name: 'a', value: 3, extra: 1 })).toEqual({
      type: 'value',
      name: 'a',
      value: 3,
    })
    expect(readMessage({ type: 'broken', text: 'x', line: 3, column: 'y' })).toEqual({
      type: 'broken',
      text: 'x',
      line: 3,
    })
  })

  it.each([
    undefined,
    null,
    'done',
    [],
    { type: 'ready' },
    { type: 'value', name: 'a', value: {} },
    { type: 'item', item: { type: 'html', html: '<b>' } },
    { type: 'item', item: { type: 'text', level: 'shout', parts: [] } },
    { type: 'item', item: { type: 'text', level: 'log', parts: [{ kind: 'plain', text: 1 }] } },
    { type: 'item', item: { type: 'notice', text: 'x'.repeat(10_000) } },
    { type: 'item', item: { type: 'picture', kind: 'tree', data: { a: () => 1 } } },
  ])('refuses %j', (input) => {
    expect(readMessage(input)).toBeUndefined()
  })

  it('never throws, whatever arrives', () => {
    fc.assert(
      fc.property(
        fc.anything(),
        fc.constantFrom('text', 'table', 'picture', 'error', 'notice'),
        (junk, type) => {
          readMessage(junk)
          readMessage({ type: 'item', item: junk })
          readItem({
            type,
            level: 'log',
            parts: [junk],
            columns: junk,
            rows: junk,
            left: 0,
            kind: 'x',
            data: junk,
          })
        },
      ),
      { seed: 7, numRuns: 500 },
    )
  })

  it('reads back whatever describe, console, plot, value and an error of a cell can make', () => {
    const sent: unknown[] = []
    setSink({
      item: (item) => void sent.push({ type: 'item', item }),
      value: (name, value) => void sent.push({ type: 'value', name, value }),
      error: () => {},
    })
    const odd = fc.oneof(
      fc.anything({ withBigInt: true, withMap: true, withSet: true, withDate: true, withTypedArray: true, withSparseArray: true, withNullPrototype: true, withObjectString: true, withUnboxedStrings: true, withUnboxedNumbers: true } as never), // prettier-ignore
      fc.constantFrom<unknown>(
        2n ** 10_000n,
        Symbol('x'.repeat(5000)),
        new RegExp('x'.repeat(5000)),
        new Error('y'.repeat(9000)),
        Object.assign(new Error('no'), { name: 'N'.repeat(500) }),
        { [Symbol.toStringTag]: 'Map' },
        { ['k'.repeat(9000)]: 1 },
        class extends Map {}, // prettier-ignore
        new Proxy([], { get: (_, key) => (key === 'length' ? -3 : undefined) }),
        new Proxy([], { get: (_, key) => (key === 'length' ? 1e300 : undefined) }),
        Object.defineProperty(new Uint8Array(9), 'length', { value: -1 }),
        new Map([[new Uint8Array(500), 1]]),
        Array.from({ length: 100 }, () => Array.from({ length: 100 }, () => 'z'.repeat(3000))),
        '%s %d %f %i %j %o %c %%',
        function () {},
        Object.create(Date.prototype),
      ),
    )
    fc.assert(
      fc.property(fc.array(odd, { maxLength: 25 }), odd, (values, one) => {
        sent.length = 0
        cellConsole.log(...values)
        cellConsole.warn('%s %d', ...values)
        cellConsole.table(values)
        cellConsole.table(one)
        cellConsole.group(one)
        cellConsole.assert(false, ...values)
        cellConsole.dir(one)
        emit({ type: 'picture', kind: 'tree', data: one as never })
        for (const lines of [[{ name: 'a', points: [[1, one]] }], one, [{ name: one, points: [] }]])
          try {
            plot(lines as never, { x: 'x', y: 'y' })
            publish(one as string, one as never)
          } catch (error) {
            expect(String(error)).toMatch(/plot|line|value/)
          }
        const unread = sent.filter((message) => readMessage(structuredClone(message)) === undefined)
        expect(unread).toEqual([])
        expect(sent.length).toBeGreaterThanOrEqual(8)
      }),
      { seed: 11, numRuns: 200 },
    )
  })

  it('refuses more values in one item than a cell can show, however they are spread', () => {
    const leaf = { kind: 'plain', text: 'x' }
    const list = (of: object) => ({ kind: 'list', name: '', items: Array(100).fill(of), left: 0 })
    const wide = list(list(list(leaf)))
    expect(readItem({ type: 'text', level: 'log', parts: [wide] })).toBeUndefined()
  })

  it('refuses values deeper than ours are', () => {
    let value: object = { kind: 'plain', text: 'x' }
    for (let level = 0; level < limits.depth + 3; level++)
      value = { kind: 'list', name: '', items: [value], left: 0 }
    expect(readItem({ type: 'text', level: 'log', parts: [value] })).toBeUndefined()
  })

  it('takes __proto__ for a key like any other', () => {
    const item = readItem(JSON.parse('{"type":"picture","kind":"tree","data":{"__proto__":{"polluted":1}}}'))
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
    expect(Object.getPrototypeOf((item as { data: object }).data)).toBe(Object.prototype)
  })
})
