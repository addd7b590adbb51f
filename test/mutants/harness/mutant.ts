import type { Check, Scenario, System } from '#engine/core/types.ts'
import type { Engine } from './engine.ts'

/** One mechanism taken out of the engine by a change of its text, and what turns red without it. */
export interface Mutant {
  /** The noun of the engine that this change removes. */
  readonly noun: string
  /** Under src/engine. */
  readonly file: string
  /** Text that the file has exactly once. */
  readonly find: string
  readonly replace: string
  /** A kept plan by its id, whose own check turns red; */
  readonly plan?: string
  /** or weather, of which some seed turns this check red within 2,000; or both. */
  readonly weather?: (engine: Engine) => (seed: number) => Scenario<System>
  readonly check?: (engine: Engine) => Check
}
