import type { Plan } from '#engine'

/** What a figure of a learner's own program tells the page when the reader has changed its plan: `detail` is a {@link PlanChange}. */
export const planChanged = 'anti-entropy:plan-changed'

/** A plan that a reader changed in the figure of a cell, and the figure's place among the cell's pictures. */
export interface PlanChange {
  readonly place: number
  readonly plan: Plan
}
