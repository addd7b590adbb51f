import type { Confidence } from '#learning/event.ts'
import { tellPage } from '#learner/page-events.ts'
import type { FiledQuestion, KeyRun } from '#learning/question-file.ts'
import type { Reason } from '#learning/quiz/kind.ts'

/** A question as its island gets it: plain data, made at build. */
export interface ShownQuestion extends Pick<
  FiledQuestion,
  'id' | 'version' | 'kind' | 'lesson' | 'prompt' | 'seed' | 'data' | 'see' | 'run'
> {
  /** The cell that is to be changed, for a kind that is answered by code. */
  readonly bench?: CellBench | undefined
}

/** A cell to be changed below its question, and what it takes to run the one that checks it. */
export interface CellBench {
  readonly cell: KeyRun
  readonly source: string
  readonly checking: KeyRun
}

/** How sure a reader can be, the least first. */
export const confidences: readonly { readonly value: Confidence; readonly name: string }[] = [
  { value: 'guess', name: 'Guessing' },
  { value: 'fairly', name: 'Fairly sure' },
  { value: 'sure', name: 'Certain' },
]

/** What an answer means to who had said how sure they were; nothing when they were fairly sure, or didn't say. */
export function sureLine(right: boolean, confidence: Confidence | undefined): string | undefined {
  if (confidence === 'sure')
    return right
      ? 'You were certain, and you were right to be.'
      : 'You were certain, so this passage is worth rereading.'
  if (confidence === 'guess')
    return right ? 'A lucky guess? The reason is below.' : 'You were guessing; now you know why.'
  return undefined
}

/** Asked for before their questions were alive: a question that wakes up looks here. */
const asleep = new Set<string>()

/** Asks for these questions once more, those that are alive and those that aren't yet. */
export function askAgain(ids: readonly string[]): void {
  for (const id of ids) asleep.add(id)
  tellPage(document, 'anti-entropy:retry', ids)
}

/** Whether a question is to be asked again; it's told once. */
export function takeRetry(id: string): boolean {
  return asleep.delete(id)
}

/** The reason of what was chosen and the right answer, as one text for a screen reader. */
export function spoken({ right, part, reasons }: Spoken): string {
  const chosen = reasons.filter(({ isChosen }) => isChosen)
  const missed = reasons.filter(({ isChosen, isRight }) => isRight && !isChosen)
  return [
    right ? 'Correct.' : part === undefined ? 'Not quite.' : `Not quite: ${part}.`,
    ...chosen.map(({ label, reason, said }) => `${stop(said ?? `You answered: ${label}`)} ${reason}`),
    ...missed.map(({ label, reason }) => `Correct answer: ${stop(label)} ${reason}`),
  ].join(' ')
}

interface Spoken {
  readonly right: boolean
  readonly part?: string
  readonly reasons: readonly Reason[]
}

const stop = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)
