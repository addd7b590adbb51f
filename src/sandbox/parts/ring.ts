/** The ring's reads and writes, hints and gossip; and what it has in common with the trees, which need not be loaded for it. */
export { cellKind, isDeletedBy, isLive } from '#engine/cell/cell.ts'
export { reconcile } from '#engine/cell/reconcile.ts'
export { levels, majority } from '#engine/ring/levels.ts'
export { firstMembers, replicasOf, ringOf } from '#engine/ring/placement.ts'
export { ring } from '#engine/ring/system.ts'
export { murmur3 } from '#engine/token/murmur3.ts'
export { rangeContains } from '#engine/token/range.ts'
export { highestToken, lowestToken, tokenOf } from '#engine/token/token.ts'
