import { z } from 'astro/zod'
import { questionShape } from '#learning/quiz/base.schema.ts'
import { optionSchema } from '#learning/quiz/options.schema.ts'

/** Pick one of three: the right answer and two lures. The key is the id of the right option. */
export const chooseOneSchema = z.strictObject({
  ...questionShape,
  kind: z.literal('choose-one'),
  options: z.array(optionSchema).min(3),
  /** Why there are more than three options, when there are. */
  more: z.string().min(1).optional(),
})

/** Such a question as an author writes it. */
export type ChooseOne = z.output<typeof chooseOneSchema>
