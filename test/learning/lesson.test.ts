import { describe, expect, it } from 'vitest'
import type { StoredEvent } from '#learning/event.ts'
import { lessonInWords, lessonProgress, share, standing } from '#learning/lesson.ts'
import { progressOf } from '#learning/progress.ts'

const items = {
  lesson: 'merkle-trees',
  sections: ['roots', 'cost'],
  cells: ['hash-a-text'],
  questions: ['merkle-trees.one@1', 'merkle-trees.two@2'],
  cards: ['merkle-trees.root@1'],
}
const stamp = { device: 'd', at: 1 }
const read = (section: string) =>
  ({ ...stamp, id: section, type: 'read', lesson: 'merkle-trees', section }) as StoredEvent
const answer = (question: string, version: number, right: boolean) =>
  ({ ...stamp, id: question, type: 'answered', question, version, choice: 'x', right }) as StoredEvent

describe('lessonProgress(progress, items)', () => {
  it('counts what the lesson has, and nothing that it no longer has', () => {
    const progress = progressOf([
      read('roots'),
      read('a-section-that-is-gone'),
      answer('merkle-trees.one', 1, false),
      answer('merkle-trees.two', 1, true),
    ])
    const lesson = lessonProgress(progress, items)
    expect(lesson.read).toEqual({ done: 1, of: 2 })
    expect(lesson.answered).toEqual({ done: 1, of: 2 })
    expect(lesson.right).toEqual({ done: 0, of: 2 })
    expect(standing(lesson)).toBe('begun')
    expect(share(lesson)).toBe(0.5)
    expect(lessonInWords(lesson)).toBe(
      '1 of 2 sections read; 0 of 1 cells run; 1 of 2 questions answered, 0 right first time; 0 of 1 cards flipped',
    )
  })

  it('counts a section that was read under an older address of its heading', () => {
    const renamed = { ...items, formerly: { roots: ['where-roots-are', 'roots-of-old'] } }
    const read1 = lessonProgress(progressOf([read('roots-of-old')]), renamed)
    expect(read1.read).toEqual({ done: 1, of: 2 })
    const both = lessonProgress(progressOf([read('roots-of-old'), read('roots'), read('gone')]), renamed)
    expect(both.read, 'once').toEqual({ done: 1, of: 2 })
  })

  it('is new before anything was done, and done when all is read and answered', () => {
    expect(standing(lessonProgress(progressOf([]), items))).toBe('new')
    expect(lessonInWords(lessonProgress(progressOf([]), items))).toBe('not started')
    const all = [
      read('roots'),
      read('cost'),
      answer('merkle-trees.one', 1, true),
      answer('merkle-trees.two', 2, false),
    ]
    expect(standing(lessonProgress(progressOf(all), items))).toBe('done')
    expect(share(lessonProgress(progressOf(all), items))).toBe(1)
  })
})
