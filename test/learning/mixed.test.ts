import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Confidence, LearningEvent } from '#learning/event.ts'
import { mixedCount, pickMixed } from '#learning/mixed.ts'
import { progressOf } from '#learning/progress.ts'

const lessons = ['replicas', 'anti-entropy', 'merkle-trees']
const questions = lessons.flatMap((lesson) =>
  Array.from({ length: 8 }, (_, index) => ({ id: `${lesson}.q${index}`, version: 1, lesson })),
)
const answered = (question: string, right: boolean, confidence: Confidence, at: number): LearningEvent => ({
  ...{ id: `e-${at}`, device: 'e', at, type: 'answered', version: 1, choice: 'a' },
  ...{ question, right, confidence },
})

describe('a mixed review', () => {
  it('asks ten different questions of lessons that were begun, and no others', () => {
    fc.assert(
      fc.property(fc.nat(), fc.subarray(lessons), (seed, begun) => {
        const progress = progressOf(
          begun.map((lesson, at) => ({ id: `r-${at}`, device: 'r', at, type: 'read', lesson, section: 's' })),
        )
        const picked = pickMixed(questions, progress, seed)
        expect(picked).toHaveLength(Math.min(mixedCount, begun.length * 8))
        expect(new Set(picked).size).toBe(picked.length)
        for (const { lesson } of picked) expect(begun).toContain(lesson)
        for (const [index, { lesson }] of picked.entries()) {
          if (begun.length === 3 && index > 0) expect(lesson).not.toBe(picked[index - 1]!.lesson)
        }
      }),
      { seed: 51, numRuns: 80 },
    )
  })

  it('asks what was missed and sure first, then what was missed', () => {
    const progress = progressOf([
      answered('replicas.q0', true, 'sure', 1),
      answered('replicas.q1', false, 'guess', 2),
      answered('merkle-trees.q2', false, 'sure', 3),
    ])
    const [first, second, ...rest] = pickMixed(questions, progress, 7)
    expect([first?.id, second?.id]).toEqual(['merkle-trees.q2', 'replicas.q1'])
    expect(rest.map(({ id }) => id)).not.toContain('replicas.q0')
  })
})
