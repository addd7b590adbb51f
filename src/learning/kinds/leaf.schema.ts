import { z } from 'astro/zod'
import { pictureSchema, questionShape, sentence } from '#learning/quiz/base.schema.ts'

/**
 * Click the leaf in a tree that a cell shows. The key is the leaf's number from the left, counted from 0. Each leaf
 * has its own reason, so that a wrong click is answered for what it was.
 */
export const leafSchema = z.strictObject({
  ...questionShape,
  kind: z.literal('leaf'),
  /** The cell publishes the trees to click in: a LeafPicture as JSON. */
  picture: pictureSchema,
  /** One for each leaf, from left to right: the name that a reader hears, and why it is right or wrong. */
  leaves: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        reason: sentence('the reason why this leaf is right or wrong'),
        misconception: z.string().min(1).optional(),
      }),
    )
    .min(2),
})

/** Such a question as an author writes it. */
export type LeafQuestion = z.output<typeof leafSchema>
