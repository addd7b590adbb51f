/** What a cell may import of a partitioned log. */
import './face.ts'
import './stored.ts'
export { keepersOf, log, partitionOf } from './log.ts'
export type { LogOptions, LogSettings } from './options.ts'
