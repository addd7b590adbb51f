import { backupText } from '#learning/backup.ts'
import type { Backup } from '#learning/backup.ts'
import type { Store } from '#storage/store.ts'
import type { Learner } from '#learner/learner.ts'
import { counted, grouped } from '#text/numbers.ts'

/** The text of a file with all that the store holds, and how much that is. */
export async function everythingText(
  store: Store,
  at: number,
): Promise<{ readonly text: string; readonly events: number; readonly drafts: number }> {
  const [events, drafts] = await Promise.all([store.events.all(), store.drafts.all()])
  return { text: backupText({ events, drafts }, at), events: events.length, drafts: drafts.length }
}

/**
 * Merges a backup into the store; gives what happened, in words. A cell that's edited here keeps its text here too. Many
 * events take a while: `told` hears how far it has come and of how many. Stopped half-way, what's in stays.
 */
export async function bringIn(
  { store, add }: Pick<Learner, 'store' | 'add'>,
  { events, drafts, setAside, isNewer }: Backup & { readonly setAside: number; readonly isNewer: boolean },
  how: { readonly told?: (done: number, of: number) => void; readonly signal?: AbortSignal } = {},
): Promise<string> {
  const known = new Set((await store.events.all()).map(({ id }) => id))
  const fresh = events.filter(({ id }) => !known.has(id))
  const told = (done: number) => how.told?.(done, fresh.length)
  const done = await add(fresh, { told, signal: how.signal })
  if (done < fresh.length)
    return `Stopped: ${grouped(done)} of ${grouped(fresh.length)} answers and steps are in. Open the file again to add the rest.`
  let taken = 0
  let kept = 0
  for (const draft of drafts) {
    const here = await store.drafts.get(draft.lesson, draft.cell)
    if (here === undefined) {
      await store.drafts.put(draft)
      taken += 1
    } else if (here.text !== draft.text) kept += 1
  }
  return [
    `${counted(fresh.length, 'answer or step', 'answers and steps')} and ${counted(taken, 'edited cell')} added.`,
    events.length > fresh.length && `${grouped(events.length - fresh.length)} were here already.`,
    kept > 0 &&
      `Your version was kept in ${counted(kept, 'edited cell')}. The other versions are still in the file.`,
    setAside > 0 && `${counted(setAside, 'damaged record')} left out.`,
    isNewer &&
      'The file is from a newer version of this site: what this version doesn’t know is kept, but not shown.',
  ]
    .filter((line) => line !== false)
    .join(' ')
}
