import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { lessonFolder } from '#build/lessons.ts'
import { teachingSchema } from '#learning/teaching.schema.ts'
import { lessons } from './lessons.ts'

const read = (slug: string) => {
  const file = join(lessonFolder(slug), 'teaching.yaml')
  expect(existsSync(file), file).toBe(true)
  return teachingSchema.parse(parse(readFileSync(file, 'utf8')))
}

describe.each(lessons)('for teachers, $slug', ({ slug, text, questions }) => {
  test('has outcomes that questions of the lesson test', () => {
    const known = questions.map(({ id }) => id)
    for (const { id, questions: tests } of read(slug).outcomes)
      for (const question of tests) expect(known, `outcome ${id}`).toContain(question)
  })

  test('places each of its notes once, and no other', () => {
    const placed = [...text.matchAll(/<TeacherNote id="([^"]+)" \/>/g)].map(([, id]) => id!)
    expect(placed.length).toBeGreaterThanOrEqual(3)
    expect([...placed].sort()).toEqual(
      read(slug)
        .notes.map(({ id }) => id)
        .sort(),
    )
  })

  test('says how long it takes', () => {
    expect(text).toMatch(/^minutes: \d+$/m)
  })
})

describe('the schema of teaching.yaml', () => {
  const note = {
    id: 'a',
    kind: 'ask',
    says: 'Ask the class which of the two replicas made the mistake here.',
  }
  const outcome = { id: 'a', text: 'Compute the smallest R.', questions: ['replicas.five-copies'] }
  const whole = {
    outcomes: [outcome, { ...outcome, id: 'b' }, { ...outcome, id: 'c' }],
    notes: [note, { ...note, id: 'b' }, { ...note, id: 'c' }],
  }

  test('reads a whole one', () => expect(teachingSchema.safeParse(whole).success).toBe(true))

  test.each([
    [
      'a verb nobody can see done',
      { ...whole, outcomes: [{ ...outcome, text: 'Understand quorums.' }, ...whole.outcomes.slice(1)] },
      /verb/,
    ],
    [
      'an outcome nothing tests',
      { ...whole, outcomes: [{ ...outcome, questions: [] }, ...whole.outcomes.slice(1)] },
      /question/,
    ],
    ['an id given twice', { ...whole, notes: [note, note, note] }, /twice/],
    ['too few notes', { ...whole, notes: [note] }, /3/],
    ['a field nobody knows', { ...whole, extra: 1 }, /extra/],
  ])('refuses %s', (_, wrong, why) => {
    const parsed = teachingSchema.safeParse(wrong)
    expect(parsed.success).toBe(false)
    expect(JSON.stringify(parsed.error?.issues)).toMatch(why)
  })
})
