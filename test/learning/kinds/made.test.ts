import { describe, expect, it } from 'vitest'
import { click } from '#learning/kinds/click.ts'
import { fixCell } from '#learning/kinds/fix-cell.ts'
import { kinds } from '#learning/kinds/index.ts'
import { order } from '#learning/kinds/order.ts'
import { placePoints } from '#learning/kinds/place-points.ts'
import { predictRun } from '#learning/kinds/predict-run.ts'
import { parseQuestion } from '#learning/questions.schema.ts'
import type { Verdict } from '#learning/quiz/kind.ts'

const base = {
  ...{ id: 'replicas.x', version: 1, section: 's', place: 'pool' as const, asks: 'next' as const },
  ...{ about: 'run' as const, prompt: 'p', key: { computed: { cell: 'c', value: 'v' } } },
}
const picture = { cell: 'c', value: 'plan' }
const graded = (verdict: Verdict) => {
  if (verdict.ask !== undefined) throw new Error(`expected a verdict, was asked: ${verdict.ask}`)
  return verdict
}

describe('order', () => {
  const steps = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: `Step ${id}`, reason: `why ${id} is here` }))
  const mistakes = [{ first: 'c', then: 'b', reason: 'b makes c', misconception: 'm' }]
  const question = { ...base, kind: 'order' as const, steps, mistakes }
  const data = order.view(question, { key: 'a b c d' }, 1)

  it('is right in one order alone, and never begins in it, whatever the seed', () => {
    expect(graded(order.grade(data, ['a', 'b', 'c', 'd'])).right).toBe(true)
    for (let seed = 0; seed < 200; seed++) {
      const shown = order.view(question, { key: 'a b c d' }, seed).steps.map(({ id }) => id)
      expect(shown.join('')).not.toBe('abcd')
      expect([...shown].sort().join('')).toBe('abcd')
    }
  })

  it('tells what of an order was right, and why a known swap is wrong', () => {
    const verdict = graded(order.grade(data, ['a', 'c', 'b', 'd']))
    expect(verdict).toMatchObject({ right: false, part: '3 of 4 steps follow each other as they should' })
    expect(verdict.reasons[0]).toMatchObject({ reason: 'b makes c', isChosen: true, isRight: false })
    expect(graded(order.grade(data, ['d', 'c', 'b', 'a'])).part).toBeUndefined()
  })

  it('asks for a move, and refuses a mistake that is the right order', () => {
    expect(order.grade(data, undefined).ask).toMatch(/Move/)
    expect(() => order.view(question, { key: 'a c b d' }, 1)).toThrow(/"c" before "b" is the right order/)
    expect(() => order.view(question, { key: 'a b c' }, 1)).toThrow(/expected the key to be its steps/)
    expect(order.problems({ ...question, mistakes: [{ ...mistakes[0]!, first: 'z' }] })[0]).toMatch(/"z"/)
  })
})

describe('click', () => {
  const targets = [
    { id: 'B', name: 'node B', reason: 'it is stale' },
    { id: 'A>B m#1', name: 'the message', reason: 'not that', misconception: 'm' },
  ]
  const question = { ...base, kind: 'click' as const, picture, targets }
  const drawn = {
    lanes: [
      { id: 'A', isClient: false },
      { id: 'B', isClient: false },
    ],
    messages: [{ ...{ id: 'A>B m#1', from: 'A', to: 'B', sentAt: 0, endAt: 9 }, isLost: false, text: 'm' }],
    ...{ lives: [], fromMs: 0, toMs: 9 },
  }

  it('is right for a node or a message, and answers the one that was clicked', () => {
    const data = click.view(question, { key: 'B', picture: drawn }, 0)
    expect(graded(click.grade(data, 'B')).right).toBe(true)
    const wrong = graded(click.grade(data, 'A>B m#1'))
    expect(wrong.reasons.map(({ reason }) => reason)).toEqual(['it is stale', 'not that'])
    expect(click.grade(data, 'C').ask).toMatch(/Click/)
  })

  it('refuses a target that is not in the picture, and a key that is a lure', () => {
    const bare = { ...drawn, messages: [] }
    expect(() => click.view(question, { key: 'B', picture: bare }, 0)).toThrow(/received "A>B m#1"/)
    expect(() => click.view(question, { key: 'A>B m#1', picture: drawn }, 0)).toThrow(
      /without a misconception/,
    )
    expect(click.problems({ ...question, targets: [targets[0]!, targets[0]!] })[0]).toMatch(/received 2/)
  })
})

describe('predict-run', () => {
  const rows = [
    { id: 'read 1', text: 'At ONE' },
    { id: 'read 2', text: 'At ALL' },
  ]
  const question = {
    ...{ ...base, kind: 'predict-run' as const, picture, rows, outcomes: ['tea', 'nothing'] },
    ...{ reason: 'so it goes', otherwise: 'ask again' },
    mistakes: [{ row: 'read 1', outcome: 'nothing', reason: 'one is enough', misconception: 'm' }],
  }
  const data = predictRun.view(question, { key: 'tea | nothing', picture: '{"v":1}' }, 0)

  it('compares row by row with what came, and hands the plan on to be played', () => {
    expect(data.plan).toEqual({ v: 1 })
    expect(graded(predictRun.grade(data, { 'read 1': 'tea', 'read 2': 'nothing' })).right).toBe(true)
    const half = graded(predictRun.grade(data, { 'read 1': 'nothing', 'read 2': 'nothing' }))
    expect(half).toMatchObject({ right: false, part: '1 of 2 came as you predicted' })
    expect(half.reasons[0]?.reason).toBe('one is enough')
    expect(graded(predictRun.grade(data, { 'read 1': 'tea', 'read 2': 'tea' })).reasons[0]?.reason).toBe(
      'ask again',
    )
    expect(predictRun.grade(data, { 'read 1': 'tea' }).ask).toMatch(/each row/)
  })

  it('refuses outcomes that the run does not give, and a mistake that it does', () => {
    expect(() => predictRun.view(question, { key: 'tea', picture: '{}' }, 0)).toThrow(/each of 2 rows/)
    expect(() => predictRun.view(question, { key: 'nothing | tea', picture: '{}' }, 0)).toThrow(
      /is what the run gives/,
    )
    expect(() => predictRun.view(question, { key: 'tea | nothing', picture: 7 }, 0)).toThrow(/plan as JSON/)
  })
})

describe('place-points', () => {
  const span = (id: string, kind: 'write' | 'read', value: string | null, call: number, end: number) => ({
    ...{ id, client: id, kind, value, call, end },
  })
  const possible = JSON.stringify([
    span('w', 'write', 'tea', 0, 100),
    span('r1', 'read', null, 10, 90),
    span('r2', 'read', 'tea', 20, 95),
  ])
  const impossible = JSON.stringify([
    span('w', 'write', 'tea', 0, 100),
    span('r1', 'read', 'tea', 10, 20),
    span('r2', 'read', null, 30, 40),
  ])
  const question = {
    ...{ ...base, kind: 'place-points' as const, picture, reason: 'they can', otherwise: 'try again' },
    mistakes: [{ answer: 'none', reason: 'some do', misconception: 'm' }],
  }

  it('takes any points that explain every read, and says at which read others fail', () => {
    const data = placePoints.view(question, { key: 'some', picture: possible }, 0)
    expect(graded(placePoints.grade(data, { w: 50, r1: 20, r2: 60 })).right).toBe(true)
    expect(graded(placePoints.grade(data, { w: 30, r1: 29, r2: 31 })).right).toBe(true)
    const half = graded(placePoints.grade(data, { w: 50, r1: 60, r2: 70 }))
    expect(half).toMatchObject({ right: false, part: 'your points explain 1 of 2 reads' })
    expect(half.reasons[0]?.label).toBe('At 60 ms r1 should have read tea, and was told nothing')
    expect(graded(placePoints.grade(data, 'none'))).toMatchObject({ right: false, choice: 'none' })
    expect(placePoints.grade(data, { w: 500 }).ask).toMatch(/within/)
    expect(placePoints.grade(data, undefined).ask).toMatch(/Move a point/)
  })

  it('is right to say that none do where every order fails', () => {
    const data = placePoints.view(question, { key: 'none', picture: impossible }, 0)
    expect(graded(placePoints.grade(data, 'none')).right).toBe(true)
    expect(graded(placePoints.grade(data, { w: 5, r1: 15, r2: 35 })).right).toBe(false)
    expect(() => placePoints.view(question, { key: 'some', picture: impossible }, 0)).toThrow(
      /expected the key "none"/,
    )
  })
})

describe('fix-cell', () => {
  const checks = ['fresh', 'up'].map((id) => ({
    id,
    text: `is ${id}`,
    reason: `not ${id}`,
    misconception: 'm',
  }))
  const question = {
    ...{ ...base, kind: 'fix-cell' as const, cell: 'x', checkedBy: 'y', checks, reason: 'both hold' },
    picture: { cell: 'y', value: 'passed' },
  }
  const data = fixCell.view(question, { key: 'fresh up', picture: 'up' }, 0)

  it('is right when every check passes; a program that does not end is not graded', () => {
    expect(graded(fixCell.grade(data, { passed: ['up', 'fresh'] })).right).toBe(true)
    const half = graded(fixCell.grade(data, { passed: ['up'] }))
    expect(half).toMatchObject({ right: false, part: '1 of 2 checks pass' })
    expect(half.reasons.map(({ reason }) => reason)).toEqual(['not fresh'])
    expect(graded(fixCell.grade(data, { passed: ['none'] })).choice).toBe('passes: none')
    expect(fixCell.grade(data, { failed: 'TypeError: x' }).ask).toBe('TypeError: x')
  })

  it('refuses a repair that fails a check, and a cell that is not broken', () => {
    expect(() => fixCell.view(question, { key: 'up', picture: 'up' }, 0)).toThrow(/repair to pass all checks/)
    expect(() => fixCell.view(question, { key: 'fresh up', picture: 'fresh up' }, 0)).toThrow(
      /Break the cell/,
    )
  })
})

it('what is seen in a run or a history is computed, and cannot be stated', () => {
  const stated = { stated: 'some', source: 'a-source' }
  for (const kind of ['click', 'predict-run', 'place-points', 'fix-cell']) {
    const { problems } = parseQuestion({ ...base, kind, key: stated })
    expect(problems.length).toBeGreaterThan(0)
  }
  expect([...kinds.keys()]).toHaveLength(10)
})
