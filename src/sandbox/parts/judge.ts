/** The checks that take more: an order in which the operations could have come, what is stored at the end. */
export { converged } from '#engine/checks/converged.ts'
export { durable } from '#engine/checks/durable.ts'
export { checkLinearizable, linearizable } from '#engine/checks/linearizable.ts'
export * as models from '#engine/checks/models.ts'
export { monotonicReads } from '#engine/checks/monotonic-reads.ts'
