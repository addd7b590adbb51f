import { broken, checkOf, eventsOf, holds, ofTheEnd, vacuous } from './check.ts'
import { storedIn } from './stored.ts'
import { keyHistories, tooOldFor } from './key-history.ts'
import { counted, inWords } from './operation-text.ts'

/**
 * No acknowledged write is lost: at the end all copies together hold the last acknowledged write or delete of every
 * key, or one that was on its way then or never answered. Also a value that came back after its delete is a loss: of
 * the delete. Copies on nodes that are down count, because they aren't lost yet.
 */
export const durable = ofTheEnd(
  checkOf('durable', 'none', (run) => {
    const stored = storedIn(run)
    let judged = 0
    for (const story of keyHistories(run.history)) {
      if (!story.writes.some((write) => write.return !== Infinity)) continue
      judged++
      const value = stored.value(story.key)
      const missing = tooOldFor(story, value, Infinity, run.plan.until)
      if (missing === undefined) continue
      const why = `${inWords(missing.operation)} was acknowledged, but all replicas together hold ${value}.`
      return broken(why, eventsOf(run, [missing.position]))
    }
    if (judged === 0) return vacuous('No write was acknowledged.')
    return holds(`The last acknowledged write of ${counted(judged, 'key')} is still there.`)
  }),
)
