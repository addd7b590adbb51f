import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Check, Scenario, System } from '#engine/core/types.ts'
import type { Statement } from '#engine/checks/statement.ts'
import { planFiles } from '#build/plans.ts'
import { copies } from './copies.ts'
import type { Engine } from './engine.ts'

/** A kept plan (of the content, or of this folder), with what it is to show. */
export interface KeptPlan {
  readonly id: string
  readonly version: number
  /** The nouns of the engine that this plan shows. */
  readonly nouns?: readonly string[]
  readonly shows: string
  readonly check: readonly Statement[]
  readonly plan: unknown
}

const root = join(import.meta.dirname, '../../..')
const files = [...planFiles(), 'test/mutants/plans/core.yaml'].map((path) => join(root, path))

/** Every kept plan, by its id. */
export const keptPlans: ReadonlyMap<string, KeptPlan> = new Map(
  files
    .flatMap((path) => (parse(readFileSync(path, 'utf8')) as { readonly plans: readonly KeptPlan[] }).plans)
    .map((kept) => [kept.id, kept]),
)

/** The scenario of a kept plan in one engine, parsed by that engine's own parser. */
export function scenarioOf(engine: Engine, id: string): Scenario<System> {
  const kept = keptPlans.get(id)
  if (kept === undefined) throw new RangeError(`there is no kept plan "${id}"`)
  engine.register('copies', copies)
  return engine.scenarioOf(kept.plan)
}

/** What a kept plan is to show, as a check of one engine. */
export function checkOf(engine: Engine, id: string): Check {
  return engine.shows(keptPlans.get(id)?.check ?? [])
}
