import { expect, test } from 'vitest'
import { capitalized, inWords } from '#text/names.ts'

test('a sentence begins with a capital, and nothing else of it changes', () => {
  expect(['the waiter', 'A', '', '3 rows'].map(capitalized)).toEqual(['The waiter', 'A', '', '3 rows'])
})

test('a count is a word up to twelve, and digits beyond', () => {
  expect([0, 1, 7, 12, 13].map(inWords)).toEqual(['no', 'one', 'seven', 'twelve', '13'])
})
