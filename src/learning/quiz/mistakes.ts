import type { z } from 'astro/zod'
import { sentence } from './kind.ts'
import type { Zod } from './kind.ts'

/** A wrong answer that is expected of somebody with a misconception, and why it is wrong. */
export interface Mistake<Answer> {
  readonly answer: Answer
  readonly reason: string
  readonly misconception: string
}

/** The schema of a known mistake. */
export const mistakeSchema = <Answer>(z: Zod, answer: z.ZodType<Answer>): z.ZodType<Mistake<Answer>> =>
  z.strictObject({
    answer,
    reason: sentence(z, 'the reason why this answer is wrong'),
    misconception: z.string({ error: 'expected the misconception behind this answer, received none' }).min(1),
  }) as unknown as z.ZodType<Mistake<Answer>>

/** Reasons of a question whose answer is made, not picked. */
export interface MadeReasons {
  /** Why the right answer is right. */
  readonly reason: string
  /** What to say to a wrong answer that nobody foresaw. */
  readonly otherwise: string
}

/** Their schema's shape. */
export const madeShape = (z: Zod) => ({
  reason: sentence(z, 'the reason why the right answer is right'),
  otherwise: sentence(z, 'what to say to a wrong answer that is not listed'),
})
