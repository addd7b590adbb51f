/** The check that takes most: whether there is an order in which the operations could have come. */
export { checkLinearizable, linearizable } from '#engine/checks/linearizable.ts'
export * as models from '#engine/checks/models.ts'
