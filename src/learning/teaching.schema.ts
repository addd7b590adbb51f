import { z } from 'astro/zod'

/** Verbs whose doing a teacher can see. "Understand" and "know" can't be tested. */
const verbs =
  'Argue Choose Compare Compute Contrast Decide Design Diagnose Distinguish Estimate Explain List Name Order Plan Predict Read State Tell Trace Write'.split(
    ' ',
  )

/** Unique in the lesson. */
const id = z.string().regex(/^[a-z0-9-]+$/, 'expected an id such as "three-hours"')

/** What a learner can do after a lesson, and the questions that show whether they can. */
const outcomeSchema = z.strictObject({
  id,
  /** A sentence that begins with a verb whose doing can be seen: "Compute …". */
  text: z
    .string()
    .refine(
      (text) => verbs.includes(text.split(' ')[0] ?? '') && text.endsWith('.'),
      `expected a sentence that begins with a verb whose doing can be seen (${verbs.join(', ')})`,
    ),
  /** Ids of questions of the lesson that test it. */
  questions: z.array(z.string()).min(1, 'expected at least one question that tests the outcome'),
})

/** A note to a teacher, beside the passage where `<TeacherNote id>` stands. */
const noteSchema = z.strictObject({
  id,
  /** What it's for: where a class gets stuck, what to ask it, or what to break in front of it. */
  kind: z.enum(['stuck', 'ask', 'break']),
  says: z.string().min(40, 'expected a note that helps: say what happens and what to do'),
})

/** The schema of a lesson's teaching.yaml; strict, and a mistake says how to fix it. */
export const teachingSchema = z.strictObject({
  outcomes: z.array(outcomeSchema).min(3).check(distinct),
  notes: z.array(noteSchema).min(3).check(distinct),
})

/** What a learner can do after a lesson, as its author writes it. */
export type Outcome = z.output<typeof outcomeSchema>

/** A note for teachers, as its author writes it. */
export type TeacherNote = z.output<typeof noteSchema>

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
