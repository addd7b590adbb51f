import type { Confidence } from '../event.ts'
import type { Verdict } from './kind.ts'

/** A verdict on an answer that could be read as one. */
export type Graded = Exclude<Verdict, { readonly ask: string }>

/** One attempt at a question, as its form shows it. */
export interface Attempt {
  readonly answer: unknown
  readonly confidence: Confidence | undefined
  /** Set once the answer is graded. */
  readonly verdict: Graded | undefined
  /** What is asked for where the answer can't be read as one; empty otherwise. */
  readonly ask: string
  /** What a screen reader says of the grading; empty before. */
  readonly said: string
  /** True while the answer is being found out: a run of the checks. */
  readonly isSettling: boolean
  /** True once the reader has done something here: answers of earlier visits are then not shown any more. */
  readonly isBegun: boolean
}

/** What may happen to an attempt. */
export type AttemptAction =
  /** What the log has of an earlier visit. */
  | {
      readonly type: 'recalled'
      readonly answer: unknown
      readonly confidence: Confidence | undefined
      readonly verdict: Graded
    }
  | { readonly type: 'answered'; readonly answer: unknown }
  | { readonly type: 'rated'; readonly confidence: Confidence | undefined }
  | { readonly type: 'submitted'; readonly isSettling: boolean }
  | { readonly type: 'settled'; readonly answer: unknown }
  | { readonly type: 'unreadable'; readonly ask: string }
  | { readonly type: 'graded'; readonly verdict: Graded; readonly said: string }
  /** The question is asked once more. */
  | { readonly type: 'reopened' }
  /** The log is followed again, as before the reader did anything. */
  | { readonly type: 'followed' }

/** An attempt before anything was answered. */
export const fresh: Attempt = {
  answer: undefined,
  confidence: undefined,
  verdict: undefined,
  ask: '',
  said: '',
  isSettling: false,
  isBegun: false,
}

/** What an action makes of an attempt. Pure: the old one stays as it was. */
export function attempted(attempt: Attempt, action: AttemptAction): Attempt {
  switch (action.type) {
    case 'recalled': {
      if (attempt.isBegun) return attempt
      const { answer, confidence, verdict } = action
      return { ...attempt, answer, confidence, verdict, isBegun: true }
    }
    case 'answered':
      return { ...attempt, answer: action.answer, isBegun: true }
    case 'rated':
      return { ...attempt, confidence: action.confidence }
    case 'submitted':
      return { ...attempt, ask: '', isSettling: action.isSettling }
    case 'settled':
      return { ...attempt, answer: action.answer, isSettling: false }
    case 'unreadable':
      return { ...attempt, ask: action.ask }
    case 'graded':
      return { ...attempt, ask: '', verdict: action.verdict, said: action.said, isBegun: true }
    case 'reopened':
      return { ...fresh, ask: attempt.ask, isSettling: attempt.isSettling, isBegun: true }
    case 'followed':
      return { ...attempt, isBegun: false }
  }
}
