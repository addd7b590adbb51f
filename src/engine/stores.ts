/** The systems of an AI application, beside the two databases. Apart from `index.ts`, so that only what names them loads them. */
export { assistant } from './assistant/assistant.ts'
export { batch } from './batch/batch.ts'
export { log } from './log/log.ts'
export { objectStore } from './object-store/object-store.ts'
export { vectors } from './vectors/system.ts'
