import type { Grade } from './schedule/grade.ts'

/** What every event of a learner carries. Events are only ever added, so two lists merge by union of their ids. */
interface Stamp {
  /** Unique over all devices: the device's name and its own count. */
  readonly id: string
  /** The replica that wrote it: one page opened in one browser. */
  readonly device: string
  /** Milliseconds since 1970 by the device's clock. Orders attempts; never identifies them. */
  readonly at: number
}

/** How sure the learner said to be before the answer was shown. */
export type Confidence = 'guess' | 'fairly' | 'sure'

/**
 * What happened, without its stamp. `question`, `card` and `prediction` are ids that are unique in the site;
 * `version` is the content's, so that a changed answer opens the item again and a corrected typo doesn't.
 */
export type Happening =
  | { readonly type: 'read'; readonly lesson: string; readonly section: string }
  | { readonly type: 'ran'; readonly lesson: string; readonly cell: string }
  | {
      readonly type: 'answered'
      readonly question: string
      readonly version: number
      readonly choice: string
      readonly right: boolean
      readonly confidence?: Confidence
    }
  | { readonly type: 'turned'; readonly card: string; readonly version: number }
  | {
      readonly type: 'predicted'
      readonly prediction: string
      readonly version: number
      readonly choice: string
    }
  /** A challenge's judge has found an answer right. */
  | { readonly type: 'solved'; readonly challenge: string; readonly version: number }
  /** A card recalled, in one of four grades. */
  | { readonly type: 'graded'; readonly card: string; readonly version: number; readonly grade: Grade }
  /** Takes back one event by its id; an undo can be taken back too. */
  | { readonly type: 'undone'; readonly event: string }
  /** A card rests until a moment, whatever its schedule says. */
  | { readonly type: 'buried'; readonly card: string; readonly untilAt: number }
  /** A card, or a whole deck by its lesson, is asked no more, or again. */
  | {
      readonly type: 'suspended'
      readonly what: 'card' | 'deck'
      readonly which: string
      readonly isSuspended: boolean
    }
  /** A card of the reader's own, as it now is. Its id begins with `own.`. */
  | {
      readonly type: 'wrote'
      readonly card: string
      readonly lesson: string
      readonly front: string
      readonly back: string
      readonly isRemoved: boolean
    }
  /** What the reader wrote to a card; an empty text takes the note away. */
  | { readonly type: 'noted'; readonly card: string; readonly text: string }
  /** How much a day may hold; and whether notes for teachers are shown, 1 or 0. */
  | {
      readonly type: 'set'
      readonly name: 'newCards' | 'reviews' | 'minutes' | 'teacherNotes'
      readonly value: number
    }
  /** An exam with its questions, as the seed chose them of those lessons. `exam` is its own id. */
  | {
      readonly type: 'exam-begun'
      readonly exam: string
      readonly seed: number
      readonly lessons: readonly string[]
      readonly items: readonly { readonly question: string; readonly version: number }[]
      readonly isTimed: boolean
    }
  /** How an exam's question stands: what its form holds, as JSON text, and whether it's flagged. The latest counts. */
  | {
      readonly type: 'exam-marked'
      readonly exam: string
      readonly question: string
      readonly answer: string | null
      readonly isFlagged: boolean
    }
  /** An exam is over, once: submitted, or given up. */
  | { readonly type: 'exam-ended'; readonly exam: string; readonly isSubmitted: boolean }
  /** Earlier events within reach count no more: a question, a section, a lesson, or everything. */
  | {
      readonly type: 'reset'
      readonly reach: 'question' | 'section' | 'lesson' | 'everything'
      readonly lesson: string
      readonly section: string
      readonly questions: readonly string[]
    }

/** Something that a learner did, with its id, its device and its time. */
export type LearningEvent = Stamp & Happening

/** An event of a later version of the site: kept, merged and exported, and read by nobody here. */
type UnknownEvent = Stamp & { readonly type: string }

/** All that a store holds. */
export type StoredEvent = LearningEvent | UnknownEvent
