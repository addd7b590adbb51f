import { expect, test } from 'vitest'
import { inWords } from '#engine/checks/operation-text.ts'
import type { Json, Operation } from '#engine/core/types.ts'

const told = (output: Json) =>
  inWords({
    id: 'o1',
    client: 'cook',
    do: 'read',
    input: { key: 'table 3' },
    output,
    call: 4000,
    return: 4040,
  } as unknown as Operation)

test('an operation is told with what it was answered, and not with the shape that the answer came in', () => {
  expect(told({ value: 'no nuts' })).toBe(`cook's read at "table 3" (4000 to 4040 ms, answered "no nuts")`)
  expect(told({ value: null })).toBe(`cook's read at "table 3" (4000 to 4040 ms, found nothing)`)
  expect(told({ ok: true })).toBe(`cook's read at "table 3" (4000 to 4040 ms)`)
  expect(told({ error: 'timeout' })).toContain('answered {"error":"timeout"}')
})
