import { IDBFactory } from 'fake-indexeddb'
import { vi } from 'vitest'

// Files share a worker, which saves most of the time, but no modules: what one registers, the next mustn't find.
vi.resetModules()

// Databases go too: a file that stands in for an older version's reader mustn't find a newer one's.
if ('indexedDB' in globalThis) globalThis.indexedDB = new IDBFactory()
