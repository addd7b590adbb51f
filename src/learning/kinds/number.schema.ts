import { z } from 'astro/zod'
import { questionShape } from '#learning/quiz/base.schema.ts'
import { madeShape, mistakeSchema } from '#learning/quiz/mistakes.schema.ts'

/** Type a number. Right when it is no further from the key than the tolerance. */
export const numberSchema = z.strictObject({
  ...questionShape,
  ...madeShape,
  kind: z.literal('number'),
  /** How far an answer may be off, in the answer's own unit. 0: exact. */
  tolerance: z.number().min(0),
  /** What is counted: stands behind the field. */
  unit: z.string().min(1),
  mistakes: z.array(mistakeSchema(z.number())).min(1),
})

/** Such a question as an author writes it. */
export type NumberQuestion = z.output<typeof numberSchema>
