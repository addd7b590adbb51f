import { expect, it } from 'vitest'
import type { Item, Json } from '#sandbox/items.ts'
import { limits } from '#sandbox/limits.ts'
import { emit, publish, reportError, setSink, tellProgress } from '#sandbox/sink.ts'

const picture = (data: unknown): Item => ({ type: 'picture', kind: 'tree', data: data as Json })

it('hands on items, values, errors and progress, each to its own', () => {
  const heard: unknown[] = []
  setSink({
    item: (item) => void heard.push(item),
    value: (name, value) => void heard.push([name, value]),
    error: (error) => void heard.push(error),
    progress: (progress) => void heard.push(progress),
  })
  const notice: Item = { type: 'notice', text: 'read' }
  const failed = new Error('a program did wrong')
  const told = { done: 1, of: 2 } as never
  emit(notice)
  publish('rows', 3)
  reportError(failed)
  tellProgress(told)
  expect(heard).toEqual([notice, ['rows', 3], failed, told])
})

it('makes plain data of what a picture is made of, and says when that’s more than a page can draw', () => {
  const items: Item[] = []
  const ignored = () => {}
  setSink({ item: (item) => void items.push(item), value: ignored, error: ignored })
  emit(picture({ rows: [1, 2] }))
  emit(picture(Array(limits.pictureNodes + 1).fill(0)))
  expect(items[0]).toEqual(picture({ rows: [1, 2] }))
  expect(items[1]).toEqual({ type: 'notice', text: 'This is more than a page can draw. Show less.' })
  // Nobody waits for progress there.
  expect(() => tellProgress({} as never)).not.toThrow()
})
