import { openDB } from 'idb'
import type { DBSchema, IDBPDatabase } from 'idb'
import type { StoredEvent } from '#learning/event.ts'
import { databaseName } from './name.ts'
import type { Draft, Trouble } from './store.ts'

/** The version of the database's form: a higher one makes each reader's database over. */
export const databaseVersion = 2

/** What the database holds, by store. */
interface Schema extends DBSchema {
  events: { key: string; value: StoredEvent }
  drafts: { key: [lesson: string, cell: string]; value: Draft }
  /** Since version 2: the events that no checkpoint counts in yet, and the checkpoint, a row for each part. */
  recent: { key: string; value: StoredEvent }
  checkpoint: { key: string; value: CheckpointRow }
}

/** One part of the checkpoint, by its name. */
interface CheckpointRow {
  readonly name: string
  readonly value: unknown
}

/** The database, opened. */
export type Database = IDBPDatabase<Schema>

/** The database couldn't be had as this version wants it; `readable` is there when it can at least be read. */
export class Unavailable extends Error {
  readonly trouble: Trouble
  readonly readable: Database | undefined

  constructor(trouble: Trouble, readable?: Database, cause?: unknown) {
    super(`storage: ${trouble}`, { cause })
    this.trouble = trouble
    this.readable = readable
  }
}

/** What the page is told of the open database, and does then. */
interface Watch {
  /** The open database is of no more use: the browser closed it, or a newer page wants to upgrade it. */
  lost(trouble: Trouble): void
  /** The database is about to be let go: the last moment to read what it holds. */
  leaving(): Promise<void>
  /** How long the browser may take before the page goes on without it, in milliseconds. */
  readonly patienceMs: number
}

/** Opens the database. Rejects with {@link Unavailable} alone, and never later than the patience given. */
export function openDatabase(watch: Watch): Promise<Database> {
  let waitsForAnotherPage = false
  const opening = open(watch, () => (waitsForAnotherPage = true))
  return new Promise((resolve, reject) => {
    const impatience = setTimeout(() => {
      reject(new Unavailable(waitsForAnotherPage ? 'blocked' : 'silent'))
      // It may still open one day. The page has gone on without it, and mustn't block others.
      opening.then(
        (database) => database.close(),
        () => {},
      )
    }, watch.patienceMs)
    opening.then(resolve, reject).finally(() => clearTimeout(impatience))
  })
}

async function open(watch: Watch, blocked: () => void): Promise<Database> {
  let database: Database
  try {
    database = await openDB<Schema>(databaseName, databaseVersion, {
      upgrade: (fresh, before, _wanted, transaction) => {
        if (before === 0) {
          fresh.createObjectStore('events', { keyPath: 'id' })
          fresh.createObjectStore('drafts', { keyPath: ['lesson', 'cell'] })
        } else if (!isReadable(fresh)) {
          // Not what an earlier version of the site made: it's left as it is. The caller hears of it.
          transaction.done.catch(() => {})
          transaction.abort()
          return
        }
        fresh.createObjectStore('recent', { keyPath: 'id' })
        fresh.createObjectStore('checkpoint', { keyPath: 'name' })
      },
      blocked,
      blocking: (_current, wanted, event) => {
        void watch.leaving().finally(() => {
          ;(event.target as IDBDatabase).close()
          // Nobody wants another version where the whole database is deleted.
          watch.lost(wanted === null ? 'deleted' : 'newer')
        })
      },
      terminated: () => watch.lost('closed'),
    })
  } catch (error) {
    throw await unavailable(error)
  }
  const isWhole = (['events', 'drafts', 'recent', 'checkpoint'] as const).every((name) =>
    database.objectStoreNames.contains(name),
  )
  if (isWhole) return database
  database.close()
  throw new Unavailable('damaged')
}

/** Whether a database of any version has the two stores in which a reader's own things are. */
const isReadable = (database: Database): boolean =>
  database.objectStoreNames.contains('events') && database.objectStoreNames.contains('drafts')

async function unavailable(error: unknown): Promise<Unavailable> {
  const name = error instanceof Error || error instanceof DOMException ? error.name : ''
  if (name !== 'VersionError') {
    const refused = name === 'SecurityError' || name === 'InvalidStateError' || name === 'ReferenceError'
    const trouble =
      name === 'QuotaExceededError' ? 'full' : refused || name === 'TypeError' ? 'refused' : 'damaged'
    return new Unavailable(trouble, undefined, error)
  }
  try {
    const readable = await openDB<Schema>(databaseName)
    if (isReadable(readable)) return new Unavailable('newer', readable, error)
    readable.close()
  } catch {
    // Said once, below: newer, and not to be read.
  }
  return new Unavailable('newer', undefined, error)
}
