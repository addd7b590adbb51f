import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { entryCount } from '#engine/search/shrink.ts'
import type { Found } from '#engine/search/search.ts'
import { engineWith, occurrences, type Engine } from './harness/engine.ts'
import { keptPlans, scenarioOf } from './harness/kept.ts'
import type { Mutant } from './harness/mutant.ts'
import { nouns } from './harness/nouns.ts'

const seeds = 2000
const mostEntries = 12

const names = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => name.replace(/\.ts$/, ''))
const mutants = new Map<string, Mutant>(
  await Promise.all(
    names.map(async (name): Promise<[string, Mutant]> => {
      const { default: mutant } = (await import(/* @vite-ignore */ `./${name}.ts`)) as {
        readonly default: Mutant
      }
      return [name, mutant]
    }),
  ),
)
const sound = await engineWith(undefined)

describe('the table of nouns', () => {
  const shown = new Set([...keptPlans.values()].flatMap((kept) => kept.nouns ?? []))
  const removed = new Set([...mutants.values()].map((mutant) => mutant.noun))

  it.each(nouns)('%s has a kept plan that shows it and a mutant that removes it', (noun) => {
    expect(shown).toContain(noun)
    expect(removed).toContain(noun)
  })

  it('lists every noun that a plan or a mutant names', () => {
    expect([...shown, ...removed].filter((noun) => !nouns.includes(noun))).toEqual([])
  })
})

describe('every kept plan', () => {
  it.each([...keptPlans.keys()])(
    '%s shows what it says',
    (id) => {
      const verdict = checkOf(sound, id)(sound.run(scenarioOf(sound, id), { record: 'trace' }))
      expect(verdict, verdict.why).toMatchObject({ result: 'holds' })
      // A million partitions in trees of depth 20 take their time on a busy machine.
    },
    60_000,
  )
})

describe('every mutant', () => {
  it.each([...mutants])('%s is noticed, and the plan that notices it is small', async (_name, mutant) => {
    expect(occurrences(mutant)).toBe(1)
    const found = await caught(mutant)
    expect(found).toBeDefined()
    if (found === undefined) return
    expect(entryCount(found.plan)).toBeLessThanOrEqual(mostEntries)
  })
})

/** The smallest plan that the changed engine breaks; the sound one holds on all that was tried on the way. */
async function caught(mutant: Mutant): Promise<Found | undefined> {
  const engine = await engineWith(mutant)
  if (mutant.plan !== undefined) {
    const found = { ...scenarioOf(engine, mutant.plan), check: checkOf(engine, mutant.plan) }
    return engine.breaks(found, found.check) ? engine.shrink(found) : undefined
  }
  const { weather, check } = mutant
  if (weather === undefined || check === undefined)
    throw new Error('a mutant has a plan, or weather and a check')
  const found = engine.search(weather(engine), check(engine), { seeds })
  if (found === undefined) return undefined
  const first = sound.search(weather(sound), check(sound), { seeds: found.plan.seed })
  expect(first, `the sound engine breaks as well, at seed ${first?.plan.seed}`).toBeUndefined()
  return engine.shrink(found)
}

function checkOf(engine: Engine, id: string) {
  return engine.shows(keptPlans.get(id)?.check ?? [])
}
