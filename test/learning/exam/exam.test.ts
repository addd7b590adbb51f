import { describe, expect, it } from 'vitest'
import { chooseOne } from '#learning/kinds/choose-one.ts'
import { kinds } from '#learning/kinds/index.ts'
import type { Happening, StoredEvent } from '#learning/event.ts'
import { pickExam } from '#learning/exam/pick.ts'
import { askedBack, formAnswer, gradeText, regrade } from '#learning/exam/regrade.ts'
import { readSheet, sheetText } from '#learning/exam/sheet.ts'
import { asExamined, sheetOfExam } from '#learning/exam/sheet-of-exam.ts'
import { currentExam, examsOf } from '#learning/exam/state.ts'

const lessons = ['replicas', 'anti-entropy', 'merkle-trees']
const options = ['a', 'b', 'c'].map((id) => ({ id, text: id, reason: `why ${id}`, isRight: id === 'a' }))
const questions = lessons.flatMap((lesson) =>
  Array.from({ length: 12 }, (_, index) => ({
    ...{ id: `${lesson}.q${index}`, version: 1, lesson, data: { options } },
    kind: index === 11 ? 'fix-cell' : chooseOne.kind,
  })),
)
const byId = new Map(questions.map((question) => [question.id, question]))
let count = 0
const event = (happening: Happening, at: number): StoredEvent => ({
  ...{ id: `d-${(count += 1)}`, device: 'd', at },
  ...happening,
})
const items = ['replicas.q1', 'anti-entropy.q2'].map((question) => ({ question, version: 1 }))
const begun = event({ type: 'exam-begun', exam: 'x', seed: 5, lessons, items, isTimed: false }, 10)
const mark = (question: string, answer: string | null, isFlagged: boolean, at: number) =>
  event({ type: 'exam-marked', exam: 'x', question, answer, isFlagged }, at)
const end = (at: number, isSubmitted = true) => event({ type: 'exam-ended', exam: 'x', isSubmitted }, at)

describe('the questions of an exam', () => {
  it('are as many of each lesson as can be, each once, decided by the seed', () => {
    for (let seed = 0; seed < 50; seed++) {
      const picked = pickExam(questions, lessons, 9, seed)
      expect(new Set(picked.map(({ id }) => id)).size).toBe(9)
      for (const lesson of lessons) expect(picked.filter((one) => one.lesson === lesson)).toHaveLength(3)
      expect(pickExam(questions, lessons, 9, seed)).toEqual(picked)
    }
    expect(pickExam(questions, lessons, 9, 1)).not.toEqual(pickExam(questions, lessons, 9, 2))
  })

  it('never ask to run code, and end where the lessons do', () => {
    const all = pickExam(questions, ['replicas'], 40, 3)
    expect(all).toHaveLength(11)
    expect(all.map(({ kind }) => kind)).not.toContain('fix-cell')
  })

  it('have their options in an order of the exam’s own', () => {
    const shown = (seed: number) =>
      (asExamined(byId.get('replicas.q1')!, seed).data as { options: { id: string }[] }).options.map(
        ({ id }) => id,
      )
    expect(shown(1)).toEqual(shown(1))
    expect(new Set(Array.from({ length: 30 }, (_, seed) => shown(seed).join())).size).toBeGreaterThan(3)
  })
})

describe('an exam', () => {
  it('holds the latest answer and flag of each question, whatever the order of the events', () => {
    const log = [begun, mark('replicas.q1', '"b"', false, 11), mark('replicas.q1', '"a"', true, 12)]
    for (const order of [log, [...log].reverse()]) {
      const exam = currentExam(examsOf(order))
      expect(exam?.marks.get('replicas.q1')).toEqual({ answer: '"a"', isFlagged: true })
    }
  })

  it('is submitted once: what another tab does after that changes nothing', () => {
    const log = [
      begun,
      mark('replicas.q1', '"b"', false, 11),
      end(12),
      mark('replicas.q1', '"a"', false, 13),
      end(14, false),
    ]
    const exam = examsOf(log).get('x')
    expect(exam?.marks.get('replicas.q1')?.answer).toBe('"b"')
    expect(exam?.end).toEqual({ at: 12, isSubmitted: true })
    expect(currentExam(examsOf(log))).toBeUndefined()
  })

  it('makes a sheet that says the same as its exam when it’s graded again', () => {
    const exam = examsOf([begun, mark('replicas.q1', '"a"', true, 11), end(12)]).get('x')!
    const sheet = sheetOfExam(exam, byId)
    expect(sheet.items).toMatchObject([
      { question: 'replicas.q1', answer: '"a"', choice: 'a', isRight: true, isFlagged: true },
      { question: 'anti-entropy.q2', answer: null, choice: null, isRight: false },
    ])
    expect(regrade(sheet, byId).map(({ outcome }) => outcome)).toEqual(['same', 'same'])
    const text = sheetText(sheet)
    expect(readSheet(text)).toMatchObject({ ok: true })
  })
})

describe('an answer as an exam keeps it', () => {
  const number = {
    ...{ id: 'replicas.n', version: 1, kind: 'number' },
    data: { value: 97.03, tolerance: 0.1, unit: '%', reason: 'r', otherwise: 'o', mistakes: [] },
  }

  it('that can’t be read as one is asked back while there’s time, and is no wrong answer', () => {
    expect(askedBack(number, '"97,525"')).toMatch(/^Do you mean 97525 or 97.525/)
    expect(gradeText(number, '"97,525"')).toBeUndefined()
    for (const clear of ['"97,03"', '"12"', '"  "', null]) expect(askedBack(number, clear)).toBeUndefined()
  })

  it('is handed to its form only if the form could have given it, whatever a file holds', () => {
    expect(formAnswer(number, '"97"')).toBe('97')
    const like: Readonly<Record<string, unknown>> = {
      ...{ 'choose-one': 'a', 'choose-many': ['a'], number: '1', leaf: 2, 'short-text': 'x' },
      ...{
        order: ['a'],
        click: 'A',
        'predict-run': { a: 'x' },
        'place-points': { a: 1 },
        'fix-cell': { passed: [] },
      },
    }
    for (const kind of kinds.keys()) {
      for (const [of, answer] of Object.entries(like)) {
        const given = formAnswer({ ...number, kind }, JSON.stringify(answer))
        const isAlike =
          typeof answer === typeof like[kind] && Array.isArray(answer) === Array.isArray(like[kind])
        expect(given, `${of} for ${kind}`).toEqual(isAlike ? answer : undefined)
      }
      for (const odd of ['{', 'null', '', 'undefined'])
        expect(formAnswer({ ...number, kind }, odd)).toBeUndefined()
    }
    expect(formAnswer({ ...number, kind: 'place-points' }, '"none"')).toBe('none')
  })
})
