/** What `engine` is to a cell that runs no plan: trees, hashes and tokens. A part of learner.ts, name for name. */
export * from '#engine/trees.ts'
export * from './surface.ts'
