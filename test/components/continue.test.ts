import { describe, expect, it } from 'vitest'
import { goOn, type Stop } from '#components/progress/continue.ts'
import { noProgress } from '#learning/progress.ts'

const stops: readonly Stop[] = ['one', 'two', 'three'].map((lesson) => ({
  lesson,
  title: lesson,
  path: `/${lesson}/`,
}))
const items = stops.map(({ lesson }) => ({
  lesson,
  sections: ['a', 'b'],
  titles: ['First', 'Second'],
  cells: [],
  questions: [],
  cards: [],
}))
const having = (read: Record<string, readonly string[]>) => ({
  ...noProgress,
  read: new Map(Object.entries(read).map(([lesson, sections]) => [lesson, new Set(sections)])),
})

describe('where a reader goes on', () => {
  it('is nowhere for one who has begun nothing', () => {
    expect(goOn(stops, items, noProgress)).toBeUndefined()
  })

  it('is the last lesson begun', () => {
    expect(goOn(stops, items, having({ one: ['a'], two: ['a'] }))?.lesson).toBe('two')
  })

  it('is the section after the last one that was read, also when one before it was passed over', () => {
    const at = (read: readonly string[]) => goOn(stops, items, having({ one: read }))?.section
    expect(at(['a'])).toEqual({ id: 'b', title: 'Second' })
    expect(goOn(stops, items, having({ one: ['b'] }))).toMatchObject({ lesson: 'one', section: undefined })
  })

  it('is the next one when those begun are done', () => {
    expect(goOn(stops, items, having({ one: ['a', 'b'] }))?.lesson).toBe('two')
  })

  it('is nowhere when all is done', () => {
    const all = Object.fromEntries(stops.map(({ lesson }) => [lesson, ['a', 'b']]))
    expect(goOn(stops, items, having(all))).toBeUndefined()
  })
})
