import { z } from 'astro/zod'
import { keySchema } from './key.schema.ts'

/** A text that must say something: an option's words, a reason. */
export const sentence = (what: string) =>
  z
    .string({ error: `expected ${what}, received nothing: write it in one or two lines` })
    .trim()
    .min(1)

/** What every question has, whatever its kind. */
export const questionShape = {
  /** LESSON.name: unique in the site, written by hand, never changed. */
  id: z.string().regex(/^[a-z0-9-]+\.[a-z0-9-]+$/, 'expected an id such as "merkle-trees.first-step"'),
  /** Raised when the right answer changes: the question is then open again for everybody. */
  version: z.int().min(1),
  /** The id of the section of the lesson that answers it. */
  section: z.string().min(1),
  /** In the lesson's text, or in the pool of its review page. */
  place: z.enum(['text', 'pool']),
  /** What it asks for. At least three in five ask why, what happens next or which run could have produced this. */
  asks: z.enum(['why', 'next', 'which-run', 'value', 'recall']),
  /** What its answer is about: a number about a run or a tree is computed, never stated. */
  about: z.enum(['run', 'tree', 'idea']),
  /** Set in a system of the reader's own: what the lesson taught is to be carried over to it. */
  transfers: z.literal(true).optional(),
  prompt: z.string().min(1),
  key: keySchema,
}

/** Any question as it's known before its kind has read it. */
export const questionBase = z.object({ ...questionShape, kind: z.string() })

/** What questions of every kind have. */
export type QuestionBase = z.output<typeof questionBase>

/** The cell that publishes what a question is answered in, and the name of that value. */
export const pictureSchema = z.strictObject({ cell: z.string().min(1), value: z.string().min(1) })

/** The id of an option, a step or a check within its question. */
export const partId = z.string().regex(/^[a-z0-9-]+$/, 'expected an id in small letters, digits and hyphens')
