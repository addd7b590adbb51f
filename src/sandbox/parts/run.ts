/** Plans, runs, and programs of one's own. */
import '../name-node.ts'
export { run } from '../guarded.ts'
export { answer } from '#engine/core/answer.ts'
export { cell } from '#engine/core/cell.ts'
export { plan, PlanBuilder } from '#engine/core/plan/build.ts'
export { limits, parsePlan, problemsOf } from '#engine/core/plan/parse.ts'
export { PlanError } from '#engine/core/plan/shape.ts'
export { Table } from '#engine/core/table.ts'
