import { z } from 'astro/zod'
import { pictureSchema, questionShape, sentence } from '#learning/quiz/base.schema.ts'

/** Click the node or the message in the picture of a run. The key is the id of a target: a node, or a message's address. */
export const clickSchema = z.strictObject({
  ...questionShape,
  kind: z.literal('click'),
  /** The cell publishes the plan of the run, as JSON text. */
  picture: pictureSchema,
  /** The part of the run that is drawn, in milliseconds; all of it when left out. */
  between: z.tuple([z.number(), z.number()]).optional(),
  /** What can be clicked. One without a misconception is right. */
  targets: z
    .array(
      z.strictObject({
        /** A node’s id, or a message’s address: `A>B mutate#1`. */
        id: z.string().min(1),
        name: sentence('what a reader calls this target'),
        reason: sentence('the reason why this target is right or wrong'),
        misconception: z.string().min(1).optional(),
      }),
    )
    .min(2),
})

/** Such a question as an author writes it. */
export type ClickQuestion = z.output<typeof clickSchema>
