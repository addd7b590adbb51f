import { chosenPart } from '#learning/chosen.ts'
import { examsPart } from '#learning/exam/state.ts'
import type { Part } from '#learning/part.ts'
import { progressPart } from '#learning/progress.ts'
import { reviewsPart } from '#learning/review/follow.ts'

/** All parts of what a log amounts to, by name. */
export const parts = {
  progress: progressPart,
  reviews: reviewsPart,
  exams: examsPart,
  chosen: chosenPart,
} as unknown as Readonly<Record<string, Part<unknown>>>
