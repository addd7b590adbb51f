import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { challenge } from '#sandbox/challenge.ts'
import type { Item, Published } from '#sandbox/items.ts'
import { setSink } from '#sandbox/sink.ts'
import { asked as all, right, type Answer } from '../engine/search/adding.ts'

const asked = { ...all, seeds: 8 }

let items: Item[] = []
let values: Record<string, Published> = {}
beforeEach(() => {
  items = []
  values = {}
  setSink({
    item: (item) => void items.push(item),
    value: (name, value) => void (values[name] = value),
    error: (error) => { throw error }, // prettier-ignore
  })
})
afterEach(() => void vi.restoreAllMocks())

/** What was published under a name, its pieces joined again; their length is published too. */
function published(name: string): unknown {
  const pieces: string[] = []
  for (let piece = 1; typeof values[`${name} ${piece}`] === 'string'; piece++) pieces.push(values[`${name} ${piece}`] as string) // prettier-ignore
  const text = pieces.join('')
  expect(text).toHaveLength(values[`${name} length`] as number)
  return JSON.parse(text)
}

test('a right answer’s judgement is published alone: nothing is drawn, and there’s no point of no return', () => {
  challenge(asked, right, right)
  expect(published('judge')).toMatchObject({ result: 'right', plans: 8 })
  expect(Object.keys(values).filter((name) => name.startsWith('judge curve'))).toEqual([])
  expect(items).toEqual([])
})

test('a wrong answer’s smallest plan comes with it, as data that holds no program, and its run is drawn', () => {
  challenge(asked, { add: (sum) => Math.min(2, sum + 1) }, right)
  const judgement = published('judge') as Record<string, unknown>
  expect(judgement).toMatchObject({ result: 'broken', why: '2 of 3', entries: 3, at: [] })
  expect(judgement).not.toHaveProperty('found')
  expect((judgement['plan'] as { readonly ops: unknown[] }).ops).toHaveLength(3)
  expect(items.map(({ type }) => type)).toEqual(['picture'])
  const { curve, futures } = published('judge curve') as { readonly curve: readonly { readonly broken: number }[]; readonly futures: number } // prettier-ignore
  expect(curve.at(-1)!.broken).toBe(futures)
})

test('what an answer prints is heard in the one run that tells something, not in the hundreds before', () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  const own = globalThis.console
  const loud: Answer = { add: (sum) => { console.log('adding'); return Math.min(2, sum + 1) } } // prettier-ignore
  challenge(asked, loud, right)
  expect(log.mock.calls.length).toBe(3)
  expect(globalThis.console).toBe(own)
})

test('an answer that fails in its run is broken by that, and has no point of no return', () => {
  challenge(asked, { add: () => { throw new Error('no sum today') } }, right) // prettier-ignore
  expect(published('judge')).toMatchObject({ result: 'broken', check: 'runs' })
  expect(Object.keys(values).filter((name) => name.startsWith('judge curve'))).toEqual([])
})
