import { run, scenarioOf, type Plan } from '#engine'
import { driftOf, eveningPlan, type Drift } from './drift.ts'

/** Runs the evening with another dead line or without its repair. Loaded when a reader first changes something. */
export function runEvening(plan: Plan, deadMs: number, isRepaired: boolean): Drift {
  return driftOf(run(scenarioOf(eveningPlan(plan, deadMs, isRepaired)), { record: 'states' }))
}

/** The evening as the plan has it: the build draws it. */
export function firstEvening(plan: Plan): Drift {
  return driftOf(run(scenarioOf(plan), { record: 'states' }))
}
