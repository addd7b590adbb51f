import { describe, expect, test } from 'vitest'
import { sheetOfProgress } from '#learning/exam/from-progress.ts'
import { regrade } from '#learning/exam/regrade.ts'
import { readSheet, sheetText } from '#learning/exam/sheet.ts'
import { progressOf } from '#learning/progress.ts'

const question = {
  id: 'replicas.five-copies',
  version: 2,
  kind: 'number',
  lesson: 'replicas',
  seed: 7,
  data: { value: 3, tolerance: 0, unit: 'replicas', reason: 'r', otherwise: 'o', mistakes: [] },
  computed: { cell: 'quiz-five', value: 'least' },
}
const answered = (id: string, at: number, choice: string, right: boolean, version = 2) => ({
  ...{ id, device: 'd', at, type: 'answered' as const, question: question.id, version, choice, right },
})

describe('a learner’s own results as a sheet', () => {
  test('hold the first answer, go through a file, and are graded alike by the teacher’s page', () => {
    const progress = progressOf([answered('b', 20, '3', true), answered('a', 10, '2', false)])
    const sheet = sheetOfProgress(progress, [question], 99)
    expect(sheet).toMatchObject({ begunAt: 10, submittedAt: 10, lessons: ['replicas'] })
    const read = readSheet(sheetText(sheet))
    if (!read.ok) throw new Error(read.why)
    expect(read.sheet.items[0]).toMatchObject({
      choice: '2',
      isRight: false,
      seed: 7,
      computed: question.computed,
    })
    const [graded] = regrade(read.sheet, new Map([[question.id, question]]))
    expect(graded).toMatchObject({ outcome: 'same', verdict: { right: false } })
  })

  test('say so when a mark was changed by hand, when a question is gone and when it’s asked again', () => {
    const sheet = sheetOfProgress(progressOf([answered('a', 10, '2', false)]), [question], 99)
    const forged = { ...sheet, items: sheet.items.map((item) => ({ ...item, isRight: true })) }
    const outcome = (known: readonly (typeof question)[]) =>
      regrade(forged, new Map(known.map((one) => [one.id, one])))[0]?.outcome
    expect(outcome([question])).toBe('differs')
    expect(outcome([])).toBe('gone')
    expect(outcome([{ ...question, version: 3 }])).toBe('changed')
  })

  test('leave out what was answered in an older version, and questions that weren’t answered', () => {
    const progress = progressOf([answered('a', 10, '2', false, 1)])
    expect(sheetOfProgress(progress, [question], 99)).toMatchObject({
      items: [],
      begunAt: 99,
      submittedAt: 99,
    })
  })
})
