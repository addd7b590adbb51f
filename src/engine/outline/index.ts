export { outlineRun } from './outline.ts'
export { stateOutline } from './state.ts'
export type * from './types.ts'
