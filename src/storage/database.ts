import { openDB } from 'idb'
import type { DBSchema, IDBPDatabase } from 'idb'
import type { StoredEvent } from '#learning/event.ts'
import { databaseName } from './name.ts'
import type { Draft, Trouble } from './store.ts'

export const databaseVersion = 1

export interface Schema extends DBSchema {
  events: { key: string; value: StoredEvent }
  drafts: { key: [lesson: string, cell: string]; value: Draft }
}

export type Database = IDBPDatabase<Schema>

/** The database could not be had as this version wants it; `readable` is there when it can at least be read. */
export class Unavailable extends Error {
  readonly trouble: Trouble
  readonly readable: Database | undefined

  constructor(trouble: Trouble, readable?: Database, cause?: unknown) {
    super(`storage: ${trouble}`, { cause })
    this.trouble = trouble
    this.readable = readable
  }
}

export interface Watch {
  /** The open database is of no more use: the browser closed it, or a newer page wants to upgrade it. */
  lost(trouble: Trouble): void
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
      // It may still open one day: by then the page has gone on without, and must not block others.
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
      upgrade: (fresh) => {
        fresh.createObjectStore('events', { keyPath: 'id' })
        fresh.createObjectStore('drafts', { keyPath: ['lesson', 'cell'] })
      },
      blocked,
      blocking: (_current, wanted, event) => {
        ;(event.target as IDBDatabase).close()
        // Nobody wants another version where the whole database is deleted.
        watch.lost(wanted === null ? 'deleted' : 'newer')
      },
      terminated: () => watch.lost('closed'),
    })
  } catch (error) {
    throw await unavailable(error)
  }
  if (hasStores(database)) return database
  database.close()
  throw new Unavailable('damaged')
}

const hasStores = (database: Database): boolean =>
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
    if (hasStores(readable)) return new Unavailable('newer', readable, error)
    readable.close()
  } catch {
    // Said once, below: newer, and not to be read.
  }
  return new Unavailable('newer', undefined, error)
}
