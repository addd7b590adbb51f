import { isCount, isRecord, isText } from '#text/shapes.ts'
/** One question of an exam, with what a teacher needs to ask it again and to run what computed its answer. */
export interface SheetItem {
  readonly question: string
  readonly version: number
  readonly kind: string
  /** What its options were shuffled by. */
  readonly seed: number
  /** What the form of its kind gave, as JSON text; null for a question that was left out. */
  readonly answer: string | null
  /** The answer in short, as it goes into a learner's log; null where there is none that can be graded. */
  readonly choice: string | null
  readonly isRight: boolean
  readonly isFlagged: boolean
  /** The cell and the value that hold the right answer; undefined for an answer that a document states. */
  readonly computed?: { readonly cell: string; readonly value: string } | undefined
  /** The plan of the run that the question is about, where it is about one. */
  readonly plan?: unknown
}

/** A whole exam as one file or link: which questions, drawn by which seed, and what was answered. */
export interface ExamSheet {
  /** The exam's own id. */
  readonly exam: string
  /** Chose the questions among those of the lessons, and their order. */
  readonly seed: number
  readonly lessons: readonly string[]
  /** Milliseconds since 1970 by the learner's clock. */
  readonly begunAt: number
  readonly submittedAt: number
  readonly items: readonly SheetItem[]
}

/** What reading a sheet gave: the sheet with the count of items that were set aside, or why it's none. */
type ReadSheet =
  | { readonly ok: true; readonly sheet: ExamSheet; readonly setAside: number }
  | { readonly ok: false; readonly why: string }

const format = 'anti-entropy exam'
const version = 1

/** More than any exam asks: a longer list is no sheet of this site. */
const mostItems = 500

/** A sheet as the text of a file; a link packs the same text. */
export function sheetText(sheet: ExamSheet): string {
  return `${JSON.stringify({ format, version, ...sheet })}\n`
}

/** Reads a sheet's text, whatever is in it. An item that's damaged is set aside and counted; the others are read. */
export function readSheet(text: string): ReadSheet {
  let file: unknown
  try {
    file = JSON.parse(text)
  } catch {
    return {
      ok: false,
      why: 'This answer sheet can’t be read: it’s cut short, or it isn’t an exam of this site.',
    }
  }
  if (!isRecord(file) || file['format'] !== format)
    return {
      ok: false,
      why: 'This isn’t an exam of this site. An answer sheet is saved at the end of an exam.',
    }
  if (typeof file['version'] === 'number' && file['version'] > version)
    return {
      ok: false,
      why: 'This answer sheet was written by a newer version of this site. Reload the page to get it.',
    }
  const { exam, seed, lessons, begunAt, submittedAt, items } = file
  const isWhole =
    isText(exam) &&
    isCount(seed) &&
    Array.isArray(lessons) &&
    lessons.every(isText) &&
    Number.isFinite(begunAt) &&
    Number.isFinite(submittedAt) &&
    Array.isArray(items) &&
    items.length <= mostItems
  if (!isWhole)
    return { ok: false, why: 'This answer sheet is damaged: what it says about the exam is incomplete.' }
  const whole = items.filter(isItem)
  return {
    ok: true,
    setAside: items.length - whole.length,
    sheet: {
      ...{ exam, seed, lessons: lessons as string[] },
      ...{ begunAt: begunAt as number, submittedAt: submittedAt as number, items: whole },
    },
  }
}

function isItem(value: unknown): value is SheetItem {
  if (!isRecord(value)) return false
  const { question, version: of, kind, seed, answer, choice, isRight, isFlagged, computed } = value
  return (
    isText(question) &&
    isCount(of) &&
    isText(kind) &&
    isCount(seed) &&
    (answer === null || isText(answer)) &&
    (choice === null || isText(choice)) &&
    typeof isRight === 'boolean' &&
    typeof isFlagged === 'boolean' &&
    (computed === undefined || (isRecord(computed) && isText(computed['cell']) && isText(computed['value'])))
  )
}
