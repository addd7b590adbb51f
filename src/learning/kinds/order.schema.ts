import { z } from 'astro/zod'
import { partId, questionShape, sentence } from '#learning/quiz/base.schema.ts'
import { misconceptionBehind } from '#learning/quiz/mistakes.schema.ts'

/** Put the steps in order. The key is the ids of the steps, first to last, in one text or a list. */
export const orderSchema = z.strictObject({
  ...questionShape,
  kind: z.literal('order'),
  steps: z
    .array(
      z.strictObject({
        id: partId,
        text: sentence('the words of the step'),
        /** Why it comes where it comes. */
        reason: sentence('the reason why this step comes where it comes'),
      }),
    )
    .min(3)
    .max(7),
  /** Pairs that are often swapped: `first` was put before `then`, and comes after it. */
  mistakes: z
    .array(
      z.strictObject({
        ...{ first: partId, then: partId },
        reason: sentence('the reason why these two don’t come in this order'),
        misconception: misconceptionBehind('behind this order'),
      }),
    )
    .min(1),
})

/** Such a question as an author writes it. */
export type OrderQuestion = z.output<typeof orderSchema>
