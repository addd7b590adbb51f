import { z } from 'astro/zod'
import { sentence } from './base.schema.ts'
import { keySchema } from './key.schema.ts'

/** What a lesson asks before it tells: committed to once, not graded, and looked at again at the lesson's end. */
const predictionSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+\.[a-z0-9-]+$/, 'expected an id such as "merkle-trees.opening"'),
  version: z.int().min(1),
  /** Where the lesson answers it. */
  section: z.string().min(1),
  prompt: sentence('what the reader is to predict'),
  options: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9-]+$/),
        text: sentence('the words of the option'),
        /** Why a reader thinks so, and what the lesson showed. */
        afterwards: sentence('what to say to who chose this, at the end of the lesson'),
      }),
    )
    .min(2)
    .max(4),
  /** The id of the option that came true. */
  key: keySchema,
  /** What happened, in a sentence or two. */
  outcome: sentence('what happened'),
})

/** A prediction as an author writes it. */
export type Prediction = z.output<typeof predictionSchema>

/** The predictions of one file. */
export const predictionsSchema = z.array(predictionSchema)
