/**
 * Every system there is. A new one is a folder and a line here: its `index.ts` names what a cell may import of it, and
 * brings its `face.ts` (how it is drawn and told) and its `stored.ts` (how checks look into its nodes).
 */
export * from './ring/index.ts'
export * from './replica-set/index.ts'
export * from './sharded/index.ts'
