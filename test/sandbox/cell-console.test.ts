import { beforeEach, expect, it } from 'vitest'
import { cellConsole } from '#sandbox/cell-console.ts'
import { itemText } from '#sandbox/format.ts'
import type { Item } from '#sandbox/items.ts'
import { setSink } from '#sandbox/sink.ts'

let items: Item[] = []
const refused = () => {
  throw new Error('only items are shown here')
}

beforeEach(() => {
  items = []
  setSink({ item: (item) => void items.push(item), value: refused, error: refused })
})

const texts = () => items.map(itemText)
const levels = () => items.map((item) => (item.type === 'text' ? item.level : item.type))

it('tells warnings and errors apart from what’s logged', () => {
  for (const name of ['log', 'info', 'debug', 'dirxml', 'dir', 'warn', 'error'] as const)
    cellConsole[name](name)
  expect(levels()).toEqual(['log', 'log', 'log', 'log', 'log', 'warn', 'error'])
  expect(texts().map((text) => text.replace(/'/g, ''))).toEqual([
    'log',
    'info',
    'debug',
    'dirxml',
    'dir',
    'warn',
    'error',
  ])
})

it('fills a format from what follows it, after the word of an assertion too', () => {
  cellConsole.log('%s has %d rows', 'A', 3, 'left over')
  cellConsole.assert(true, 'never said')
  cellConsole.assert(false, '%s differs', 'B')
  cellConsole.assert(0)
  expect(texts()).toEqual(['A has 3 rows left over', 'Assertion failed: B differs', 'Assertion failed'])
  expect(levels()).toEqual(['log', 'error', 'error'])
})

it('indents what stands in a group, and ends no more groups than were opened', () => {
  cellConsole.group('outer')
  cellConsole.log('in')
  cellConsole.groupCollapsed()
  cellConsole.log('deeper')
  for (let times = 0; times < 5; times++) cellConsole.groupEnd()
  cellConsole.log('out')
  expect(items.map((item) => (item.type === 'text' ? (item.depth ?? 0) : -1))).toEqual([0, 1, 2, 0])
})

it('counts by label, from one again after a reset', () => {
  for (const label of ['row', 'row', undefined]) cellConsole.count(label)
  cellConsole.countReset('row')
  cellConsole.count('row')
  expect(texts()).toEqual(['row: 1', 'row: 2', 'default: 1', 'row: 1'])
})

it('says of a time that it was measured here, and of one that never began that it didn’t', () => {
  cellConsole.timeEnd('never')
  cellConsole.time('build')
  cellConsole.timeLog('build', 'half')
  cellConsole.timeEnd('build')
  cellConsole.timeEnd('build')
  expect(texts()[0]).toBe('console.time("never") hasn’t been called.')
  expect(texts()[1]).toMatch(/^build: \d+ ms \(measured here, now\) half$/)
  expect(texts()[2]).toMatch(/^build: \d+ ms/)
  expect(levels()).toEqual(['warn', 'log', 'log', 'warn'])
})

it('draws a table of rows, and shows what’s no table as a value', () => {
  cellConsole.table([{ node: 'A', rows: 3 }])
  cellConsole.table(7)
  expect(items.map(({ type }) => type)).toEqual(['table', 'text'])
})

it('names the functions that called a trace, says that nothing is cleared, and passes over a time stamp', () => {
  cellConsole.trace('here')
  cellConsole.clear()
  cellConsole.timeStamp()
  expect(texts()[0]).toContain('Trace: here')
  expect(texts().slice(1)).toEqual(['console.clear clears nothing here.'])
})

it('says how many arguments it left out', () => {
  cellConsole.log(...Array.from({ length: 5000 }, (_, index) => index))
  const [item] = items
  expect(item?.type === 'text' && item.parts.length + (item.left ?? 0)).toBe(5000)
  expect(item?.type === 'text' && item.left).toBeGreaterThan(0)
})
