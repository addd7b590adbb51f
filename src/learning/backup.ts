import { isStoredEvent } from './event-shapes.ts'
import { merge } from './merge.ts'
import type { StoredEvent } from './event.ts'

/** A reader's text of a cell, as a backup carries it. */
interface BackedUpDraft {
  readonly lesson: string
  readonly cell: string
  readonly starterHash: string
  readonly text: string
}

/** All that a reader has here: answers, cards, notes and drafts. */
export interface Backup {
  readonly events: readonly StoredEvent[]
  readonly drafts: readonly BackedUpDraft[]
}

/** What reading a file gave: a backup with the count of what was set aside, or why it's none. */
type ReadBackup =
  | ({ readonly ok: true; readonly setAside: number; readonly isNewer: boolean } & Backup)
  | { readonly ok: false; readonly why: string }

const format = 'anti-entropy backup'
const version = 1

/** A file of this many bytes holds some 200,000 answers: what's larger was made by nobody who read this course. */
export const mostBackupBytes = 50_000_000
/** What to say of a larger one, which isn't read: it could fill the page's memory. */
export const tooLarge = `This file is larger than ${mostBackupBytes / 1e6} MB, which no backup of this site is. It wasn’t opened.`

/** The text of a backup's file. `at` is when it's made, in milliseconds since 1970. */
export function backupText({ events, drafts }: Backup, at: number): string {
  return `${JSON.stringify({ format, version, at, events, drafts }, null, 1)}\n`
}

/** Reads a backup's file, whatever is in it. A record that's damaged is set aside and counted; the others are read. */
export function readBackup(text: string): ReadBackup {
  let file: unknown
  try {
    file = JSON.parse(text)
  } catch {
    return { ok: false, why: 'This file can’t be read: it’s cut short, or it isn’t a backup of this site.' }
  }
  const found = file as { format?: unknown; version?: unknown; events?: unknown; drafts?: unknown } | null
  if (found === null || typeof found !== 'object' || found.format !== format || !Array.isArray(found.events))
    return {
      ok: false,
      why: 'This file isn’t a backup of this site. A backup’s name begins with “anti-entropy”.',
    }
  const drafts = Array.isArray(found.drafts) ? (found.drafts as unknown[]) : []
  const events = found.events.filter(isStoredEvent)
  const whole = drafts.filter(isDraft)
  return {
    ok: true,
    // One that stands twice in the file counts once.
    events: events.length === new Set(events.map(({ id }) => id)).size ? events : merge(events, []),
    drafts: whole,
    setAside: found.events.length - events.length + drafts.length - whole.length,
    isNewer: typeof found.version === 'number' && found.version > version,
  }
}

function isDraft(value: unknown): value is BackedUpDraft {
  const draft = value as Partial<Record<keyof BackedUpDraft, unknown>> | null
  return (
    draft !== null &&
    typeof draft === 'object' &&
    [draft.lesson, draft.cell, draft.starterHash, draft.text].every((part) => typeof part === 'string')
  )
}
