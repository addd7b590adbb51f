import { z } from 'astro/zod'
import { partId, sentence } from './base.schema.ts'

/** One answer to pick. One without a misconception is right; a lure names the misconception that makes it tempting. */
export const optionSchema = z.strictObject({
  id: partId,
  text: sentence('the words of the option'),
  reason: sentence('the reason why this option is right or wrong'),
  misconception: z.string().min(1).optional(),
})

/** An option as an author writes it. */
export type Option = z.output<typeof optionSchema>
