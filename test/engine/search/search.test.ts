import { describe, expect, it } from 'vitest'
import { freshReads } from '#engine/checks/fresh-reads.ts'
import { happened } from '#engine/checks/happened.ts'
import { run } from '#engine/core/run.ts'
import { search, searchSteps } from '#engine/search/search.ts'
import { calm, tiny, weather } from './tiny.ts'

describe('search(weather, check, {seeds})', () => {
  it('gives the first seed that breaks the check, with a scenario whose run is broken', () => {
    const found = search(weather, freshReads, { seeds: 100 })
    expect(found).toBeDefined()
    if (found === undefined) return
    expect(found.check(run(found)).result).toBe('broken')
    for (let seed = 1; seed < found.plan.seed; seed++) {
      expect(freshReads(run(weather(seed))).result).not.toBe('broken')
    }
  })

  it('gives nothing when nothing breaks, and does not take vacuous for broken', () => {
    const nothingToRead = () => ({ system: tiny, plan: calm })
    expect(search(nothingToRead, freshReads, { seeds: 5 })).toBeUndefined()
    expect(search(nothingToRead, happened('old copy'), { seeds: 5 })).toBeUndefined()
  })
})

describe('searchSteps', () => {
  it('tries one seed a step, says how many it tried, and can be left', () => {
    const tried: number[] = []
    const counted = (seed: number) => {
      tried.push(seed)
      return { system: tiny, plan: { ...calm, seed } }
    }
    const steps = searchSteps(counted, freshReads, { seeds: 3 })
    expect(steps.next()).toEqual({ done: false, value: { tried: 1 } })
    expect(steps.next()).toEqual({ done: false, value: { tried: 2 } })
    expect(tried).toEqual([1, 2])
    steps.next()
    expect(steps.next()).toEqual({ done: true, value: undefined })
  })
})
