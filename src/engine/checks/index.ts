/** What judges runs and histories. */
export { checkOf } from './check.ts'
export { freshReads } from './fresh-reads.ts'
export { given, happened, never } from './happened.ts'
export { checkLinearizable, linearizable, type LinearizableOptions } from './linearizable.ts'
export * as models from './models.ts'
export { monotonicReads } from './monotonic-reads.ts'
export { nameCheck, shows, type Statement } from './statement.ts'
