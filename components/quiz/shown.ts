import type { Confidence } from '#learning/event.ts'
import type { Reason } from '#learning/quiz/kind.ts'

/** A question as its island gets it: plain data, made at build. */
export interface ShownQuestion {
  readonly id: string
  readonly version: number
  readonly kind: string
  readonly lesson: string
  readonly prompt: string
  /** What the options were shuffled by: goes into a report. */
  readonly seed: number
  /** The kind's own data. */
  readonly data: unknown
  /** Where the lesson answers it, and the cell that shows it. */
  readonly see: string
  readonly run: string | undefined
}

export const confidences: readonly { readonly value: Confidence; readonly name: string }[] = [
  { value: 'guess', name: 'A guess' },
  { value: 'fairly', name: 'Fairly sure' },
  { value: 'sure', name: 'Sure' },
]

/** What an answer means to who had said how sure they were; nothing when they were fairly sure, or did not say. */
export function sureLine(right: boolean, confidence: Confidence | undefined): string | undefined {
  if (confidence === 'sure')
    return right
      ? 'You were sure, and you had reason to be.'
      : 'You were sure: this one is worth reading twice.'
  if (confidence === 'guess')
    return right ? 'A lucky guess? Read the reason.' : 'You had guessed; now you know the reason.'
  return undefined
}

/** Tells the questions of a page that those with these ids are to be asked again. */
export const retryEvent = 'anti-entropy:retry'

/** The reason of what was chosen and the right answer, as one text for a screen reader. */
export function spoken(right: boolean, reasons: readonly Reason[]): string {
  const chosen = reasons.filter(({ isChosen }) => isChosen)
  const missed = reasons.filter(({ isChosen, isRight }) => isRight && !isChosen)
  return [
    right ? 'Right.' : 'Not right.',
    ...chosen.map(({ label, reason }) => `You answered: ${stop(label)} ${reason}`),
    ...missed.map(({ label, reason }) => `Right is: ${stop(label)} ${reason}`),
  ].join(' ')
}

const stop = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)
