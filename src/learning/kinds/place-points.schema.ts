import { z } from 'astro/zod'
import { pictureSchema, questionShape } from '#learning/quiz/base.schema.ts'
import { madeShape, mistakeSchema } from '#learning/quiz/mistakes.schema.ts'

/**
 * Place one point in each operation of a short history, so that the points alone explain every answer; or say that none
 * do. The key is `some` or `none`, and the build tries every order to hold the cell to it.
 */
export const placePointsSchema = z.strictObject({
  ...questionShape,
  ...madeShape,
  kind: z.literal('place-points'),
  /** The cell publishes the history, as JSON text: a list of spans (src/outline/points.ts). */
  picture: pictureSchema,
  /** Expected wrong answers: `none`, `some`, or the id of the read that the points don’t explain. */
  mistakes: z.array(mistakeSchema(z.string().min(1))).min(1),
})

/** Such a question as an author writes it. */
export type PlacePoints = z.output<typeof placePointsSchema>
