import { parsePlan } from './plan/parse.ts'
import { PlanError, shown } from './plan/shape.ts'
import type { Json, Plan, Scenario, System } from './types.ts'

/** Makes a system from the options of a plan; unknown or wrong options are a PlanError. */
export type SystemMaker = (options: Json, plan: Plan) => System

const makers = new Map<string, SystemMaker>()

/** Makes a system known by its name, so that a plan in a file or a link finds it. */
export function register(name: string, maker: SystemMaker): void {
  makers.set(name, maker)
}

/** The names that a plan may give as its system. */
export function systemNames(): readonly string[] {
  return [...makers.keys()]
}

/**
 * The scenario of a plan that came from a file or a link: checked, and with the system that it names.
 * @throws PlanError that lists all that is wrong: where, expected, received
 */
export function scenarioOf(value: unknown): Scenario<System> {
  const plan = parsePlan(value)
  const maker = makers.get(plan.system)
  if (maker === undefined) {
    const expected = `one of ${systemNames().join(', ')}`
    throw new PlanError([{ where: 'plan.system', expected, received: shown(plan.system) }])
  }
  const system = maker(plan.options, plan)
  return { system, plan: parsePlan(plan, system) }
}
