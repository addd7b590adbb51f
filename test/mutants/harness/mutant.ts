import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Check, Scenario, System } from '#engine/core/types.ts'
import { engineChanges, type EngineChange } from '#build/engine-mutants.ts'
import type { Engine } from './engine.ts'

/** Weather of which some seed turns this check red within 2,000. */
export interface Weathered {
  readonly weather: (engine: Engine) => (seed: number) => Scenario<System>
  readonly check: (engine: Engine) => Check
}

/** One mechanism taken out of the engine by a change of its text, and what turns red without it: a plan, weather, or both. */
export interface Mutant extends EngineChange, Partial<Weathered> {}

const weather = join(import.meta.dirname, '../weather')
const weathered = new Map(
  await Promise.all(
    readdirSync(weather).map(async (file): Promise<[string, Weathered]> => {
      const { default: one } = (await import(/* @vite-ignore */ join(weather, file))) as {
        default: Weathered
      }
      return [file.replace(/\.ts$/, ''), one]
    }),
  ),
)

/** The table of broken places, each with its weather where it has any. */
export const mutants: ReadonlyMap<string, Mutant> = new Map(
  engineChanges().map((change) => [change.id, { ...change, ...weathered.get(change.id) }]),
)

/** @throws Error for a file of weather that belongs to no broken place */
for (const id of weathered.keys())
  if (!mutants.has(id)) throw new Error(`test/mutants/weather/${id}.ts: no place has the id "${id}"`)
