import { z } from 'astro/zod'
import { sentence } from './base.schema.ts'

/** The misconception behind something; `what` says behind what. */
export const misconceptionBehind = (what: string) =>
  z.string({ error: `expected the misconception ${what}, received none` }).min(1)

/** A wrong answer that is expected of a learner with a misconception, and why it is wrong. */
export const mistakeSchema = <Answer extends z.ZodType>(answer: Answer) =>
  z.strictObject({
    answer,
    reason: sentence('the reason why this answer is wrong'),
    misconception: misconceptionBehind('behind this answer'),
  })

/** Reasons of a question whose answer is made, not picked. */
export const madeShape = {
  /** Why the right answer is right. */
  reason: sentence('the reason why the right answer is right'),
  /** What to say to a wrong answer that nobody foresaw. */
  otherwise: sentence('what to say to a wrong answer that isn’t listed'),
}

/** What's said of an answer that a learner typed or made. */
export type MadeReasons = Readonly<z.output<z.ZodObject<typeof madeShape>>>
