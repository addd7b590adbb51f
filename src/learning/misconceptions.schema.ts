import { z } from 'astro/zod'

/** A documented misconception: what a lure appeals to. */
export const misconceptionSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** What a person who has it says. */
  says: z.string().min(1),
  /** What is so instead. */
  instead: z.string().min(1),
  /** The claim of the notes that shows it, or the text that speaks of it. */
  seen: z.string().min(1),
})
