import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chosenPart } from '#learning/chosen.ts'
import type { StoredEvent } from '#learning/event.ts'
import { isStoredEvent } from '#learning/event-shapes.ts'
import { examsOf, examsPart } from '#learning/exam/state.ts'
import { progressPart } from '#learning/progress.ts'
import { reviewsPart } from '#learning/review/follow.ts'
import { differenceOf, symbolsOf } from '#learning/sync/symbols.ts'

const parts = [progressPart, reviewsPart, examsPart, chosenPart]
const graded = (at: number): StoredEvent =>
  ({ id: `d-${at}`, device: 'd', at, type: 'graded', card: 'replicas.a', version: 1, grade: 'good' }) as StoredEvent // prettier-ignore

test('what is nested too deep for any store to copy is no event', () => {
  const deep = JSON.parse(`${'{"a":'.repeat(60_000)}1${'}'.repeat(60_000)}`) as unknown
  expect(isStoredEvent({ ...graded(1), more: deep })).toBe(false)
  expect(isStoredEvent({ ...graded(1), more: { a: [1] } })).toBe(true)
})

test('no event that a store takes, however odd, keeps a log from being counted or an exam from being listed', () => {
  const at = fc.oneof(fc.constantFrom(0, 1, 8e15, 1.7e12, 0.5), fc.double({ min: -1e16, max: 1e16, noNaN: true })) // prettier-ignore
  const odd = fc.oneof(fc.string(), fc.integer(), fc.constantFrom(1e300, -1, null, '__proto__', 'constructor', 'replicas.a', 'own.1', 'good', true), fc.array(fc.string(), { maxLength: 2 })) // prettier-ignore
  const types = ['read', 'ran', 'answered', 'turned', 'predicted', 'solved', 'graded', 'undone', 'buried', 'suspended', 'wrote', 'noted', 'set', 'exam-begun', 'exam-marked', 'exam-ended', 'reset', 'toString'] // prettier-ignore
  const right = (type: string) => ({
    ...{ lesson: 'replicas', section: 's', cell: 'c', question: 'replicas.q', version: 1, choice: 'a' },
    ...{ right: true, card: type === 'wrote' ? 'own.1' : 'replicas.a', prediction: 'replicas.p' },
    ...{ challenge: 'replicas.c', grade: 'good', event: 'e-1', untilAt: 5, what: 'card', which: 'x' },
    ...{ isSuspended: true, front: 'f', back: 'b', isRemoved: false, text: 't', name: 'reviews', value: 3 },
    ...{ exam: 'x', seed: 1, lessons: [], items: [], isTimed: false, answer: null, isFlagged: false },
    ...{ isSubmitted: true, reach: 'lesson', questions: [] },
  })
  const event = fc
    .record({ type: fc.constantFrom(...types), at, key: fc.string(), value: odd, id: fc.nat(30) })
    .map(({ type, at: time, key, value, id }) => {
      const fields: Record<string, unknown> = right(type)
      const names = Object.keys(fields)
      // Most are whole; some have one field that is anything.
      if (key.length % 2 === 1) fields[names[key.length % names.length]!] = value
      return { ...fields, type, at: time, id: `e-${id}`, device: 'd' }
    })
  fc.assert(
    fc.property(fc.array(event, { maxLength: 25 }), (events) => {
      const stored = events.filter(isStoredEvent)
      for (const part of parts) expect(() => part.of(stored)).not.toThrow()
      for (const { begunAt, end } of examsOf(stored).values())
        for (const time of [begunAt, end?.at ?? 0]) expect(() => new Date(time).toISOString()).not.toThrow()
    }),
    { seed: 12, numRuns: 400 },
  )
})

test('made-up symbols are given up, and never followed in a circle', () => {
  const key = fc.record({ high: fc.nat(0xffffffff), low: fc.nat(0xffffffff) })
  fc.assert(
    fc.property(fc.array(key, { minLength: 2, maxLength: 8 }), fc.array(fc.nat(7), { minLength: 8, maxLength: 8 }), (keys, places) => {
      // Each place holds a key of its own choice, as if it were the only one there.
      const forged = places.map((place) => symbolsOf([keys[place % keys.length]!], 0, 1)[0]!)
      differenceOf([], forged)
    }), // prettier-ignore
    { seed: 13, numRuns: 2000 },
  )
})
