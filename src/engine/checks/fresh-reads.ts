import { broken, checkOf, eventsOf, holds, vacuous } from './check.ts'
import { keyHistories, tooOldFor } from './key-history.ts'
import { counted, inWords } from './operation-text.ts'

/**
 * Every read answers the last write that was acknowledged before the read was called, or a later one (on its way, or
 * never answered). Weaker than linearizable: it compares reads with writes, never reads with reads. Vacuous when no
 * key was read after an acknowledged write.
 */
export const freshReads = checkOf('fresh reads', 'none', (run) => {
  let judged = 0
  for (const story of keyHistories(run.history)) {
    for (const read of story.reads) {
      if (!story.writes.some((write) => write.return < read.call)) continue
      judged++
      const missed = tooOldFor(story, read.value, read.call, read.return)
      if (missed === undefined) continue
      const why = `${inWords(read.operation)} missed ${inWords(missed.operation)}, which was acknowledged before it.`
      return broken(why, eventsOf(run, [read.position, missed.position]))
    }
  }
  if (judged === 0) return vacuous('No key was read after an acknowledged write.')
  return holds(
    `${counted(judged, 'read')} after an acknowledged write, each returning that write or something newer.`,
  )
})
