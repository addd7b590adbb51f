import { z } from 'astro/zod'
import { questionShape } from '#learning/quiz/base.schema.ts'
import { madeShape, mistakeSchema } from '#learning/quiz/mistakes.schema.ts'

/** Type a word or two. The key is the accepted forms, the best one first; case, spaces and a last full stop don't matter. */
export const shortTextSchema = z.strictObject({
  ...questionShape,
  ...madeShape,
  kind: z.literal('short-text'),
  /** Other forms that are right as well, beside the key's. */
  also: z.array(z.string().min(1)).default([]),
  /** Each known mistake lists its forms. */
  mistakes: z.array(mistakeSchema(z.array(z.string().min(1)).min(1))).min(1),
})

/** Such a question as an author writes it. */
export type ShortText = z.output<typeof shortTextSchema>
