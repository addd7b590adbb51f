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
  { value: 'guess', name: 'Guessing' },
  { value: 'fairly', name: 'Fairly sure' },
  { value: 'sure', name: 'Certain' },
]

/** What an answer means to who had said how sure they were; nothing when they were fairly sure, or did not say. */
export function sureLine(right: boolean, confidence: Confidence | undefined): string | undefined {
  if (confidence === 'sure')
    return right
      ? 'You were certain, and you were right to be.'
      : 'You were certain, so this passage is worth rereading.'
  if (confidence === 'guess')
    return right ? 'A lucky guess? The reason is below.' : 'You were guessing; now you know why.'
  return undefined
}

/** The reason of what was chosen and the right answer, as one text for a screen reader. */
export function spoken(right: boolean, reasons: readonly Reason[]): string {
  const chosen = reasons.filter(({ isChosen }) => isChosen)
  const missed = reasons.filter(({ isChosen, isRight }) => isRight && !isChosen)
  return [
    right ? 'Correct.' : 'Not quite.',
    ...chosen.map(({ label, reason }) => `You answered: ${stop(label)} ${reason}`),
    ...missed.map(({ label, reason }) => `Correct answer: ${stop(label)} ${reason}`),
  ].join(' ')
}

const stop = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)
