import './disk.ts'
import './gossip.ts'
import './maintenance.ts'

/**
 * The whole ring: `system.ts` reads and writes; gossip, repairs, moving nodes and maintenance are added by being imported,
 * so that a cell is sent only what it names.
 */
export { ring } from './system.ts'
