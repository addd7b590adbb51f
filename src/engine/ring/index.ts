/**
 * What a cell may import from the ring, including what the ring shares with the trees, which needn't be loaded for it.
 */
import './face.ts'
import './stored.ts'
import './at-rest.ts'
export { cellKind, isDeletedBy, isLive } from '../cell/cell.ts'
export { reconcile } from '../cell/reconcile.ts'
export { levels, majority, type Level } from '../levels.ts'
export { murmur3 } from '../token/murmur3.ts'
export { rangeContains } from '../token/range.ts'
export { highestToken, lowestToken, tokenOf } from '../token/token.ts'
export type { RingOptions, RingSettings } from './options.ts'
export type { Partition } from './partition.ts'
export { firstMembers, replicasOf, ringOf, type Ring } from './placement.ts'
export { ring } from './system.ts'
