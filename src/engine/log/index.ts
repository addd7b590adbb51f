/** What a cell may import of a partitioned log. */
import './face.ts'
import './stored.ts'
export { log } from './log.ts'
export { keepersOf, partitionOf } from './partitions.ts'
export type { LogOptions, LogSettings } from './options.ts'
