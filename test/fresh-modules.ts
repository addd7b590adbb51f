import { IDBFactory } from 'fake-indexeddb'
import { vi } from 'vitest'

// Files share a worker, which saves most of the time, but no modules: what one registers, the next must not find.
vi.resetModules()

// Databases go too: a file that stands in for an older version's reader must not find a newer one's.
if ('indexedDB' in globalThis) globalThis.indexedDB = new IDBFactory()
