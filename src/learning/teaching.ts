import type { z } from 'astro/zod'
import type { Zod } from './quiz/kind.ts'

/** What a learner can do after a lesson, and the questions that show whether they can. */
export interface Outcome {
  /** Unique in the lesson. */
  readonly id: string
  /** A sentence that begins with a verb whose doing can be seen: "Compute …". */
  readonly text: string
  /** Ids of questions of the lesson that test it: at least one. */
  readonly questions: readonly string[]
}

/** What a note to a teacher is for: where a class gets stuck, what to ask it, or what to break in front of it. */
export type NoteKind = 'stuck' | 'ask' | 'break'

/** A note to a teacher, beside the passage where `<TeacherNote id>` stands. */
export interface TeacherNote {
  /** Unique in the lesson. */
  readonly id: string
  readonly kind: NoteKind
  readonly says: string
}

/** What a teacher needs to know of one lesson. */
export interface Teaching {
  readonly outcomes: readonly Outcome[]
  readonly notes: readonly TeacherNote[]
}

/** How a note of each kind is headed. */
export const noteHeadings: Readonly<Record<NoteKind, string>> = {
  stuck: 'Where a class gets stuck',
  ask: 'Ask the class',
  break: 'Break it together',
}

/** Verbs whose doing a teacher can see. "Understand" and "know" can't be tested. */
const verbs =
  'Argue Choose Compare Compute Contrast Decide Design Diagnose Distinguish Estimate Explain List Name Order Plan Predict Read State Tell Trace Write'.split(
    ' ',
  )

/** The schema of a lesson's teaching.yaml; strict, and a mistake says how to fix it. */
export const teachingSchema = (zod: Zod): z.ZodType<Teaching> =>
  zod.strictObject({
    outcomes: zod.array(outcomeSchema(zod)).min(3).check(distinct),
    notes: zod
      .array(
        zod.strictObject({
          id: idSchema(zod),
          kind: zod.enum(['stuck', 'ask', 'break']),
          says: zod.string().min(40, 'expected a note that helps: say what happens and what to do'),
        }),
      )
      .min(3)
      .check(distinct),
  })

const idSchema = (zod: Zod) => zod.string().regex(/^[a-z0-9-]+$/, 'expected an id such as "three-hours"')

const outcomeSchema = (zod: Zod) =>
  zod.strictObject({
    id: idSchema(zod),
    text: zod
      .string()
      .refine(
        (text) => verbs.includes(text.split(' ')[0] ?? '') && text.endsWith('.'),
        `expected a sentence that begins with a verb whose doing can be seen (${verbs.join(', ')})`,
      ),
    questions: zod.array(zod.string()).min(1, 'expected at least one question that tests the outcome'),
  })

/** Refuses a list in which two entries have the same id. */
function distinct({ value, issues }: z.core.ParsePayload<readonly { readonly id: string }[]>): void {
  const ids = value.map(({ id }) => id)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice !== undefined)
    issues.push({
      code: 'custom',
      input: value,
      message: `expected ids that differ, received "${twice}" twice: rename one`,
    })
}
