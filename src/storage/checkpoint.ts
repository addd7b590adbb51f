import { isStoredEvent } from '#learning/event-shapes.ts'
import type { StoredEvent } from '#learning/event.ts'
import type { Database } from './database.ts'
import type { Checkpoint } from './store.ts'

/** The row of a checkpoint that says which one it is, and how many events it counts in. */
interface CheckpointHead {
  readonly turn: number
  readonly count: number
}
const headName = 'head'

/** The last checkpoint and what came after it; undefined unless together they are all that's stored. */
export async function readCheckpoint(
  database: Database,
  names: readonly string[],
): Promise<Checkpoint | undefined> {
  const transaction = database.transaction(['events', 'recent', 'checkpoint'])
  const rows = transaction.objectStore('checkpoint')
  const [head, stored, after, ...found] = await Promise.all([
    rows.get(headName),
    transaction.objectStore('events').count(),
    transaction.objectStore('recent').getAll(),
    ...names.map((name) => rows.get(name)),
  ])
  if (head === undefined) return undefined
  const { turn, count } = head.value as CheckpointHead
  if (count + after.length !== stored) return undefined
  return {
    turn,
    count,
    after: after.filter(isStoredEvent),
    parts: Object.fromEntries(found.flatMap((row) => (row === undefined ? [] : [[row.name, row.value]]))),
  }
}

/** Counts in all events. Where another tab has made a checkpoint meanwhile, that one stands. */
export async function makeCheckpoint(
  database: Database,
  partsOf: (events: readonly StoredEvent[]) => Readonly<Record<string, unknown>>,
): Promise<void> {
  const reading = database.transaction(['events', 'checkpoint'])
  const [all, before] = await Promise.all([
    reading.objectStore('events').getAll(),
    reading.objectStore('checkpoint').get(headName),
  ])
  const parts = Object.entries(partsOf(all.filter(isStoredEvent)))
  const counted = new Set(all.map(({ id }) => id))
  const turn = (head: typeof before) => (head?.value as CheckpointHead | undefined)?.turn ?? 0

  const writing = database.transaction(['recent', 'checkpoint'], 'readwrite')
  const [recent, rows] = [writing.objectStore('recent'), writing.objectStore('checkpoint')]
  const [now, waiting] = await Promise.all([rows.get(headName), recent.getAllKeys()])
  if (turn(now) !== turn(before)) return
  const head: CheckpointHead = { turn: turn(before) + 1, count: all.length }
  await Promise.all([
    ...[[headName, head] as const, ...parts].map(([name, value]) => rows.put({ name, value })),
    ...(waiting.every((id) => counted.has(id))
      ? [recent.clear()]
      : waiting.flatMap((id) => (counted.has(id) ? [recent.delete(id)] : []))),
  ])
  await writing.done
}
