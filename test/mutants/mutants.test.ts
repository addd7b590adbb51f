import { describe, expect, it } from 'vitest'
import { entryCount } from '#engine/search/shrink.ts'
import type { Found } from '#engine/search/search.ts'
import { engineWith, fastEngine, occurrences, type Engine } from './harness/engine.ts'
import { checkOf, keptPlans, scenarioOf } from './harness/kept.ts'
import { type Mutant, mutants } from './harness/mutant.ts'
import { makers, nouns } from './harness/mechanisms.ts'

const seeds = 2000
const mostEntries = 12

const sound = await fastEngine()

describe('the table of nouns', () => {
  const shown = new Set([...keptPlans.values()].flatMap((kept) => kept.nouns ?? []))
  const removed = new Set([...mutants.values()].map((mutant) => mutant.noun))

  it.each(nouns)('%s has a kept plan that shows it and a mutant that removes it', (noun) => {
    expect(shown).toContain(noun)
    expect(removed).toContain(noun)
  })

  it('lists every noun that a plan or a mutant names', () => {
    const listed = [...nouns, ...makers]
    expect([...shown, ...removed].filter((noun) => !listed.includes(noun))).toEqual([])
    for (const maker of makers) expect(removed).toContain(maker)
  })
})

describe('every mutant', () => {
  it.each([...mutants])('%s is noticed, and the plan that notices it is small', async (_name, mutant) => {
    expect(occurrences(mutant)).toBe(1)
    const engine = await (runsMuch(mutant) ? fastEngine : engineWith)(mutant)
    const ways = [...byPlan(engine, mutant), ...byWeather(engine, mutant)]
    expect(ways.length).toBeGreaterThan(0)
    for (const found of ways) expect(entryCount(engine.shrink(found).plan)).toBeLessThanOrEqual(mostEntries)
  })

  it('is found by searching the weather in ten cases and more', () => {
    const searched = [...mutants.values()].filter(({ weather }) => weather !== undefined)
    expect(searched.length).toBeGreaterThan(10)
  })
})

/** Changes whose plans run for seconds, though their entries are few. */
const lasting = new Set(['set-minority', 'run-budget'])

/** Whether thousands of plans are run for it, or long ones: a search, or a plan of many entries to make small. */
function runsMuch({ id, weather, plan }: Mutant): boolean {
  if (weather !== undefined || lasting.has(id)) return true
  return plan !== undefined && entryCount(scenarioOf(sound, plan).plan) > 6
}

/** The kept plan that the changed engine breaks. */
function byPlan(engine: Engine, { plan }: Mutant): readonly Found[] {
  if (plan === undefined) return []
  const found = { ...scenarioOf(engine, plan), check: checkOf(engine, plan) }
  expect(engine.breaks(found, found.check), `the changed engine does as well in ${plan}`).toBe(true)
  return [found]
}

/** The first plan of the weather that the changed engine breaks; the sound one holds on all that was tried on the way. */
function byWeather(engine: Engine, { weather, check }: Mutant): readonly Found[] {
  if (weather === undefined || check === undefined) return []
  const found = engine.search(weather(engine), check(engine), { seeds })
  if (found === undefined) throw new Error(`the changed engine does as well in ${seeds} weathers`)
  const first = sound.search(weather(sound), check(sound), { seeds: found.plan.seed })
  expect(first, `the sound engine breaks as well, at seed ${first?.plan.seed}`).toBeUndefined()
  return [found]
}
