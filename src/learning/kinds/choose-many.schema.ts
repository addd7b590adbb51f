import { z } from 'astro/zod'
import { questionShape } from '#learning/quiz/base.schema.ts'
import { optionSchema } from '#learning/quiz/options.schema.ts'

/** Pick all that hold. The key is the list of the right options' ids; an answer is right when it's exactly those. */
export const chooseManySchema = z.strictObject({
  ...questionShape,
  kind: z.literal('choose-many'),
  options: z.array(optionSchema).min(3).max(6),
})

/** Such a question as an author writes it. */
export type ChooseMany = z.output<typeof chooseManySchema>
