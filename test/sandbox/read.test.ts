import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { limits } from '#sandbox/limits.ts'
import { readItem, readMessage } from '#sandbox/read.ts'

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
