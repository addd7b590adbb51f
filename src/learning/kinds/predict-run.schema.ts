import { z } from 'astro/zod'
import { pictureSchema, questionShape, sentence } from '#learning/quiz/base.schema.ts'
import { madeShape, misconceptionBehind } from '#learning/quiz/mistakes.schema.ts'

/**
 * Predict the run: what each client will be told. Then the run plays, and each prediction stands beside what came. The
 * key is one outcome for each operation, in their order, with " | " between them.
 */
export const predictRunSchema = z.strictObject({
  ...questionShape,
  ...madeShape,
  kind: z.literal('predict-run'),
  /** The cell publishes the plan of the run, as JSON text. */
  picture: pictureSchema,
  /** What is to be predicted: operations of the plan by their ids. */
  rows: z
    .array(z.strictObject({ id: z.string().min(1), text: sentence('what is to be predicted') }))
    .min(2)
    .max(5),
  /** What may come of an operation, in the words of `answer(run, id)`. */
  outcomes: z.array(sentence('an outcome')).min(2).max(6),
  /** Wrong predictions that are expected, each for one row. */
  mistakes: z
    .array(
      z.strictObject({
        row: z.string().min(1),
        outcome: z.string().min(1),
        reason: sentence('the reason why this doesn’t come'),
        misconception: misconceptionBehind('behind this prediction'),
      }),
    )
    .min(1),
})

/** Such a question as an author writes it. */
export type PredictRun = z.output<typeof predictRunSchema>
