/** What a cell may import of an object store. */
import './face.ts'
import './stored.ts'
export { objectStore } from './object-store.ts'
export type { ObjectStoreOptions, ObjectStoreSettings } from './options.ts'
