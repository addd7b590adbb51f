import { broken, checkOf, eventsOf, holds, vacuous } from './check.ts'
import { nothing, keyHistories, type KeyHistory, type Seen } from './key-history.ts'
import { inWords } from './operation-text.ts'

/**
 * No client sees a key go back in time: what it reads is never older than what it read before (Terry et al., "Session
 * guarantees", 1994). A value is surely older when every write of it had returned before any write of the other was
 * called, or when the same value was already read, then another, and only one write ever wrote it. Vacuous when no
 * client read one key twice.
 */
export const monotonicReads = checkOf('monotonic reads', 'none', (run) => {
  let judged = 0
  for (const story of keyHistories(run.history)) {
    for (const [earlier, later] of inSession(story.reads)) {
      judged++
      if (!isOlder(story, later, earlier) && !isBackAgain(story, earlier, later)) continue
      const why = `${inWords(later.operation)} is older than ${inWords(earlier.operation)}.`
      return broken(why, eventsOf(run, [later.position, earlier.position]))
    }
  }
  if (judged === 0) return vacuous('No client read one key twice.')
  return holds('No client read a value older than one it had read before.')
})

/** Pairs of reads of one client, the first answered before the second was called. */
function inSession(reads: readonly Seen[]): (readonly [Seen, Seen])[] {
  return reads.flatMap((later) =>
    reads
      .filter((earlier) => earlier.operation.client === later.operation.client)
      .filter((earlier) => earlier.position < later.position && earlier.return <= later.call)
      .map((earlier) => [earlier, later] as const),
  )
}

/** The times between which a value was written, for each write that could have been seen. */
function spans(story: KeyHistory, read: Seen): { readonly call: number; readonly return: number }[] {
  const written = story.writes.filter((write) => write.value === read.value && write.call <= read.return)
  const expired = story.writes.filter((write) => read.value === nothing && write.expires <= read.return)
  return [
    ...written,
    ...expired.map((write) => ({ call: write.expires, return: Infinity })),
    ...(read.value === nothing ? [{ call: -1, return: -1 }] : []),
  ]
}

function isOlder(story: KeyHistory, one: Seen, other: Seen): boolean {
  if (one.value === other.value) return false
  const others = spans(story, other)
  const ones = spans(story, one)
  return ones.length > 0 && ones.every((span) => others.every((later) => span.return < later.call))
}

/** x, then y, then x again, although x was written only once. */
function isBackAgain(story: KeyHistory, between: Seen, later: Seen): boolean {
  if (later.value === between.value || spans(story, later).length !== 1) return false
  return inSession(story.reads).some(([first, second]) => second === between && first.value === later.value)
}
