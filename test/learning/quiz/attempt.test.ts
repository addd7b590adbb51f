import { expect, it } from 'vitest'
import { attempted, type AttemptAction, fresh, type Graded } from '#learning/quiz/attempt.ts'

const right: Graded = { right: true, choice: '4', reasons: [] }
const wrong: Graded = { right: false, choice: '3', reasons: [] }
const after = (...actions: readonly AttemptAction[]) => actions.reduce(attempted, fresh)
const recalled: AttemptAction = { type: 'recalled', answer: 3, confidence: 'sure', verdict: wrong }

it('shows an earlier visit’s answer until the reader begins', () => {
  expect(after(recalled)).toMatchObject({ answer: 3, confidence: 'sure', verdict: wrong })
  const begun = after({ type: 'answered', answer: 4 })
  expect(attempted(begun, recalled), 'what the reader types isn’t overwritten').toBe(begun)
  const undone = after(recalled, { type: 'reopened' }, { type: 'followed' }, recalled)
  expect(undone.verdict, 'after an undo the log counts again').toBe(wrong)
})

it('asks for an answer that can be read, then grades it', () => {
  const asked = after({ type: 'submitted', isSettling: false }, { type: 'unreadable', ask: 'A number?' })
  expect(asked).toMatchObject({ ask: 'A number?', verdict: undefined })
  const graded = attempted(asked, { type: 'graded', verdict: right, said: 'Correct.' })
  expect(graded).toMatchObject({ ask: '', verdict: right, said: 'Correct.', isBegun: true })
})

it('waits for an answer that takes a run', () => {
  const waiting = after({ type: 'rated', confidence: 'guess' }, { type: 'submitted', isSettling: true })
  expect(waiting).toMatchObject({ isSettling: true, confidence: 'guess' })
  expect(attempted(waiting, { type: 'settled', answer: true })).toMatchObject({
    answer: true,
    isSettling: false,
    confidence: 'guess',
  })
})

it('is asked once more without anything of the attempt before', () => {
  const again = after(recalled, { type: 'reopened' })
  expect(again).toEqual({ ...fresh, isBegun: true })
})
