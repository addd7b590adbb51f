import { describe, expect, it } from 'vitest'
import { chooseOne } from '#learning/kinds/choose-one.ts'
import { regrade } from '#learning/exam/regrade.ts'
import { readSheet, sheetText } from '#learning/exam/sheet.ts'
import type { ExamSheet } from '#learning/exam/sheet.ts'

const item = (question: string, answer: string | null, isRight: boolean) => ({
  ...{ question, version: 1, kind: 'choose-one', seed: 7, answer, choice: answer && 'a', isRight },
  isFlagged: false,
})
const sheet: ExamSheet = {
  ...{ exam: 'd-1', seed: 42, lessons: ['replicas'], begunAt: 1, submittedAt: 2 },
  items: [
    { ...item('replicas.one', '"a"', true), computed: { cell: 'quiz-x', value: 'y' }, plan: { v: 1 } },
    item('replicas.two', '"b"', true),
    item('replicas.three', null, false),
    item('replicas.gone', '"a"', true),
    item('replicas.four', '{"what":"no form gives"}', true),
  ],
}
const options = [
  { id: 'a', text: 'A', reason: 'because', isRight: true },
  { id: 'b', text: 'B', reason: 'not b', isRight: false },
]
const questions = new Map(
  ['one', 'two', 'three', 'four'].map((name) => [
    `replicas.${name}`,
    { id: `replicas.${name}`, version: 1, kind: chooseOne.kind, data: { options } },
  ]),
)

describe('a sheet', () => {
  it('is read as it was written', () =>
    expect(readSheet(sheetText(sheet))).toEqual({ ok: true, sheet, setAside: 0 }))

  it.each([
    ['cut short', sheetText(sheet).slice(0, 40), /cut short/],
    ['foreign', '{"format":"else"}', /isn’t an exam/],
    ['a list', '[]', /isn’t an exam/],
    ['newer', sheetText(sheet).replace('"version":1', '"version":9'), /newer version/],
    ['without its items', sheetText(sheet).replace('"items"', '"itens"'), /damaged/],
  ])('that is %s says so', (_, text, why) =>
    expect(readSheet(text)).toMatchObject({ ok: false, why: expect.stringMatching(why) as string }),
  )

  it('with a damaged item keeps the others', () => {
    const text = sheetText(sheet).replace('"question":"replicas.two"', '"question":2')
    const read = readSheet(text)
    expect(read).toMatchObject({ ok: true, setAside: 1 })
    expect(read.ok && read.sheet.items.map(({ question }) => question)).not.toContain('replicas.two')
  })

  it('is graded again: what it says of itself is not believed', () =>
    expect(regrade(sheet, questions).map(({ outcome }) => outcome)).toEqual([
      'same',
      'differs',
      'same',
      'gone',
      'differs',
    ]))

  it('of an older version of a question says that the question has changed', () => {
    const newer = new Map([...questions].map(([id, question]) => [id, { ...question, version: 2 }]))
    expect(regrade(sheet, newer)[0]).toMatchObject({ outcome: 'changed', verdict: undefined })
  })
})
