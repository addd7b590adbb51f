import { z } from 'astro/zod'
import { partId, pictureSchema, questionShape, sentence } from '#learning/quiz/base.schema.ts'
import { misconceptionBehind } from '#learning/quiz/mistakes.schema.ts'

/**
 * Change a cell until its checks pass. The reader’s text is run in the sandbox by a checking cell that imports it and
 * publishes `passed`, the ids of the checks that pass. The key is what the author’s own repair passes: all of them.
 */
export const fixCellSchema = z.strictObject({
  ...questionShape,
  kind: z.literal('fix-cell'),
  reason: sentence('the reason why the repaired program passes'),
  /** The broken cell, and the one that imports and checks it. */
  cell: z.string().min(1),
  checkedBy: z.string().min(1),
  /** What `checkedBy` publishes of the broken cell: filled in by the build. */
  picture: pictureSchema,
  checks: z
    .array(
      z.strictObject({
        id: partId,
        text: sentence('what the check asks for'),
        /** Why a program that fails it fails. */
        reason: sentence('the reason why a program fails this check'),
        misconception: misconceptionBehind('that fails this check'),
      }),
    )
    .min(2),
})

/** Such a question as an author writes it. */
export type FixCell = z.output<typeof fixCellSchema>
