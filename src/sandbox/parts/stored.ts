/** The checks of what is stored at the end, and of what one client sees over time. */
export { converged } from '#engine/checks/converged.ts'
export { durable } from '#engine/checks/durable.ts'
export { monotonicReads } from '#engine/checks/monotonic-reads.ts'
