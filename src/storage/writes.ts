import type { StoredEvent } from '#learning/event.ts'
import type { Database } from './database.ts'
import { otherCell } from './store.ts'
import type { Before, Draft } from './store.ts'

/** Adds events in one transaction; one that is there already stays as it is. Gives how many are new. */
export async function addEvents(database: Database, added: readonly StoredEvent[]): Promise<number> {
  const transaction = database.transaction(['events', 'recent'], 'readwrite')
  const [events, recent] = [transaction.objectStore('events'), transaction.objectStore('recent')]
  const already = await Promise.all(added.map(({ id }) => events.getKey(id)))
  const fresh = new Map<string, StoredEvent>()
  for (const [index, event] of added.entries())
    if (already[index] === undefined && !fresh.has(event.id)) fresh.set(event.id, event)
  await Promise.all([...fresh.values()].flatMap((event) => [events.add(event), recent.put(event)]))
  await transaction.done
  return fresh.size
}

/**
 * Puts or removes a draft in one transaction; what is there is another tab's if it isn't `before` and isn't the new text,
 * and is kept beside it. Without a word on what was there before, nothing is looked at.
 */
export async function changeDraft(
  database: Database,
  lesson: string,
  cell: string,
  before: Before | undefined,
  draft?: Draft,
): Promise<void> {
  const transaction = database.transaction('drafts', 'readwrite')
  const stored = await transaction.store.get([lesson, cell])
  const isOurs = before === undefined || stored?.text === before.text
  if (isDraft(stored) && !isOurs && stored.text !== draft?.text)
    await transaction.store.put({ ...stored, cell: otherCell(cell) })
  await (draft === undefined ? transaction.store.delete([lesson, cell]) : transaction.store.put(draft))
  await transaction.done
}

/** Whether a row of the store is a draft. */
export function isDraft(value: unknown): value is Draft {
  const draft = value as Draft | undefined
  return typeof draft?.text === 'string' && typeof draft.starterHash === 'string'
}
