/** The engine's vocabulary: a plan goes in, a run comes out, a check judges it. */
export type * from './types/plan.ts'
export type * from './types/node.ts'
export type * from './types/driver.ts'
export type * from './types/run.ts'
export type * from './types/judge.ts'
export type * from './types/problem.ts'
