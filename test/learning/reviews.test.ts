import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { examsOf } from '#learning/exam/state.ts'
import { effective } from '#learning/effective.ts'
import type { Happening, LearningEvent } from '#learning/event.ts'
import { isLearningEvent } from '#learning/event-shapes.ts'
import { merge } from '#learning/merge.ts'
import { progressOf } from '#learning/progress.ts'
import { candidatesOf, doneOn, missedCards, missesInARow, reviewsOf } from '#learning/reviews.ts'
import { happening, start } from './happenings.ts'

let count = 0
const event = (happening: Happening, at = start + count, id = `d-${count}`): LearningEvent => {
  count += 1
  return { id, device: 'd', at, ...happening }
}
const graded = (card: string, grade: 'again' | 'good', at?: number, id?: string) =>
  event({ type: 'graded', card, version: 1, grade }, at, id)

const logs = fc
  .array(
    fc.record({
      happening,
      at: fc.integer({ min: start, max: start + 30 }),
      in: fc.integer({ min: 1, max: 7 }),
    }),
    { maxLength: 25 },
  )
  .map((made) => {
    const events = made.map(({ happening, at }, index) => ({
      id: `e-${index}`,
      device: 'd',
      at,
      ...happening,
    }))
    return [1, 2, 4].map((bit) => events.filter((_, index) => (made[index]!.in & bit) !== 0))
  })

describe('what a reader’s events amount to for cards', () => {
  it('is one state, in whatever order and over however many devices they came', () => {
    fc.assert(
      fc.property(logs, ([one, two, three]) => {
        const paths = [
          merge(merge(one!, two!), three!),
          merge(three!, merge(two!, one!)),
          merge(merge(two!, two!), merge(three!, one!)),
        ]
        const [state, ...others] = paths.map((path) => [
          reviewsOf(path),
          progressOf([...path].reverse()),
          examsOf(path),
        ])
        for (const other of others) expect(other).toEqual(state)
      }),
      { seed: 31, numRuns: 1_000 },
    )
  })

  it('every kind is read back from a store as it was written', () => {
    fc.assert(
      fc.property(happening, (one) => {
        expect(isLearningEvent(JSON.parse(JSON.stringify(event(one))) as LearningEvent)).toBe(true)
      }),
      { seed: 32 },
    )
  })

  it('leaves out what was taken back, and counts it again when the undo is', () => {
    const grade = graded('replicas.one', 'again')
    const undo = event({ type: 'undone', event: grade.id })
    const redo = event({ type: 'undone', event: undo.id })
    expect(reviewsOf([grade, undo]).standings.size).toBe(0)
    expect(reviewsOf([grade, undo, redo]).standings.size).toBe(1)
  })

  it('a reset of a lesson reaches what came before it, in that lesson, and can be taken back', () => {
    const before = [
      graded('replicas.one', 'good'),
      graded('merkle-trees.root', 'good'),
      event({ type: 'read', lesson: 'replicas', section: 'a' }),
      event({ type: 'noted', card: 'replicas.one', text: 'mine' }),
    ]
    const reset = event({ type: 'reset', reach: 'lesson', lesson: 'replicas', section: '', questions: [] })
    const after = graded('replicas.two', 'good')
    const log = [...before, reset, after]
    expect([...reviewsOf(log).standings.keys()].sort()).toEqual(['merkle-trees.root@1', 'replicas.two@1'])
    expect(progressOf(log).read.size).toBe(0)
    expect(reviewsOf(log).notes.get('replicas.one')).toBe('mine')
    const undone = [...log, event({ type: 'undone', event: reset.id })]
    expect(progressOf(undone).read.get('replicas')?.size).toBe(1)
    expect(effective(undone)).toHaveLength(log.length - 1 + 1)
  })

  it('a reset of a question or a section reaches its questions alone', () => {
    const answer = (question: string) =>
      event({ type: 'answered', question, version: 1, choice: 'a', right: false })
    const log = [
      answer('replicas.q1'),
      answer('replicas.q2'),
      event({ type: 'read', lesson: 'replicas', section: 's' }),
    ]
    const reset = (reach: 'question' | 'section') =>
      event({ type: 'reset', reach, lesson: 'replicas', section: 's', questions: ['replicas.q1'] })
    expect([...progressOf([...log, reset('question')]).answered.keys()]).toEqual(['replicas.q2@1'])
    expect(progressOf([...log, reset('question')]).read.size).toBe(1)
    expect(progressOf([...log, reset('section')]).read.size).toBe(0)
  })
})

describe('the cards to ask', () => {
  const cards = ['replicas.one', 'replicas.two', 'merkle-trees.root'].map((id) => ({
    id,
    version: 1,
    lesson: id.split('.')[0]!,
    section: 'a',
    idea: id,
  }))
  const clock = { now: start + 1_000_000, offsetMinutes: 0 }
  const keys = (log: readonly LearningEvent[]) =>
    candidatesOf(reviewsOf(log), cards, new Set(), clock).map(({ key }) => key)

  it('leave out what is suspended or buried, card or deck', () => {
    expect(keys([event({ type: 'suspended', what: 'deck', which: 'replicas', isSuspended: true })])).toEqual([
      'merkle-trees.root@1',
    ])
    expect(keys([event({ type: 'buried', card: 'replicas.one', untilAt: clock.now + 1 })])).toHaveLength(2)
    expect(keys([event({ type: 'buried', card: 'replicas.one', untilAt: clock.now - 1 })])).toHaveLength(3)
  })

  it('are due when a question on their section was missed, until they are graded', () => {
    const answers = [{ lesson: 'replicas', section: 'a', at: start + 500_000, right: false }]
    expect([...missedCards(reviewsOf([]), cards, answers)]).toEqual(['replicas.one', 'replicas.two'])
    const log = [graded('replicas.one', 'good', start + 600_000)]
    expect([...missedCards(reviewsOf(log), cards, answers)]).toEqual(['replicas.two'])
  })

  it('count as done on the reader’s day, new apart from known', () => {
    const yesterday = clock.now - 86_400_000
    const log = [
      graded('replicas.one', 'good', yesterday),
      graded('replicas.one', 'good', clock.now),
      graded('replicas.two', 'good', clock.now),
    ]
    expect(doneOn(reviewsOf(log), clock)).toEqual({ newCards: 1, reviews: 1 })
  })

  it('show the passage after two misses in a row', () => {
    const log = ['good', 'again', 'again'].map((grade, index) =>
      graded('replicas.one', grade as 'good', start + index * 1000, `m-${index}`),
    )
    expect(missesInARow(reviewsOf(log), 'replicas.one@1')).toBe(2)
    expect(
      missesInARow(reviewsOf([...log, graded('replicas.one', 'good', start + 9000)]), 'replicas.one@1'),
    ).toBe(0)
  })
})
