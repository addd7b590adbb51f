import { expect, test } from 'vitest'
import { readCurve, readJudgement } from '#cells/judgement.ts'

/** What the sandbox publishes for this JSON, in pieces of so many characters. */
function published(name: string, data: unknown, piece = 20): Map<string, string | number> {
  const text = JSON.stringify(data)
  const pieces = Array.from(
    { length: Math.ceil(text.length / piece) },
    (_, at): [string, string | number] => [`${name} ${at + 1}`, text.slice(at * piece, (at + 1) * piece)],
  )
  return new Map([...pieces, [`${name} length`, text.length]])
}

const broken = {
  result: 'broken',
  check: 'durable',
  why: 'A write is gone.',
  tried: 3,
  before: 9,
  entries: 2,
}

test('a judgement is put together from its pieces, and nothing else of it is kept', () => {
  expect(readJudgement(published('judge', { ...broken, plan: { v: 1 }, more: '<b>' }))).toEqual(broken)
  const cost = { unit: 'bytes', yours: 5, reference: 4, most: 1.5 }
  expect(readJudgement(published('judge', { result: 'right', plans: 20, tested: 19, cost }))).toEqual({
    result: 'right',
    plans: 20,
    tested: 19,
    cost,
  })
})

test.each([
  ['nothing', undefined],
  ['no object', [1]],
  ['an unknown result', { result: 'perfect' }],
  ['a right one without its counts', { result: 'right' }],
  ['a wrong one without its reason', { ...broken, why: 7 }],
  ['counts that are none', { ...broken, tried: -1 }],
])('%s is no judgement', (_, data) => {
  expect(readJudgement(data === undefined ? new Map() : published('judge', data))).toBeUndefined()
})

test('a piece that is missing makes it none', () => {
  const all = published('judge', broken)
  all.delete('judge 2')
  expect(readJudgement(all)).toBeUndefined()
})

test('a curve is read field by field, and one that is too long or wrong is none', () => {
  const point = (atMs: number, count: number) => ({ atMs, broken: count })
  const curve = { futures: 200, curve: [point(-1, 3), point(20, 200)], jump: { before: point(-1, 3), after: point(20, 200), event: 4 } } // prettier-ignore
  expect(readCurve(published('judge curve', curve))).toEqual(curve)
  expect(readCurve(published('judge curve', { ...curve, jump: undefined }))).toEqual({
    ...curve,
    jump: undefined,
  })
  expect(
    readCurve(published('judge curve', { ...curve, curve: Array(200).fill(point(1, 1)) })),
  ).toBeUndefined()
  expect(readCurve(published('judge curve', { ...curve, futures: 0 }))).toBeUndefined()
  expect(readCurve(published('judge curve', { ...curve, curve: [{ atMs: 'x', broken: 1 }] }))).toBeUndefined()
})
