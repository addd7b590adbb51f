/** All parts and what is in none of them, such as `scenarioOf`, which must know every system. */
import '../draw-index.ts'
import '../draw-ring.ts'
import '../draw-tree.ts'
import '../name-node.ts'
import './upkeep.ts'
export * from '#engine'
export * from '#engine/stores.ts'
export { challenge } from '../challenge.ts'
// Named here, these stand before the engine's own.
export { run, search, shrink } from '../guarded.ts'
