export { outlineRun } from './outline.ts'
export type * from './types.ts'
