import { expect, it } from 'vitest'
import { noteHeadings } from '#learning/teaching.ts'
import { teachingSchema } from '#learning/teaching.schema.ts'

const id = (at: number) => `note-${at}`
const says = 'Half of a class takes the acknowledgement for a promise; ask what the third node has.'
const teaching = {
  outcomes: ['Compute a majority.', 'Predict a stale read.', 'Choose a level.'].map((text, at) => ({ id: id(at), text, questions: ['a.b'] })), // prettier-ignore
  notes: Object.keys(noteHeadings).map((kind, at) => ({ id: id(at), kind, says })),
}

it('every kind of note that a lesson may have has a heading of its own', () => {
  expect(teachingSchema.parse(teaching).notes.map(({ kind }) => noteHeadings[kind])).toEqual([
    ...new Set(Object.values(noteHeadings)),
  ])
  const kinds = teachingSchema.safeParse({ ...teaching, notes: teaching.notes.map((note) => ({ ...note, kind: 'hint' })) }) // prettier-ignore
  for (const kind of Object.keys(noteHeadings)) expect(kinds.error?.issues[0]?.message).toContain(kind)
})
