/** What `engine` is to a cell: the engine, `run` and `search` guarded, and what shows things below the cell. */
export * from './parts/all.ts'
export * from './cell-api.ts'
