import { describe, expect, it } from 'vitest'
import { challengeCells, challengeParts, challenges } from '#build/challenges.ts'
import { partTable } from '#build/runtime.ts'
import { judged } from './judged.ts'

/** Steps of all runs of one judging: a slow phone takes some 100,000 in a second. */
const mostSteps = 400_000

const all = challenges()

describe.each(all)('the challenge $id', (files) => {
  it('runs with parts of the engine that have all that its cells name', () => {
    const { always, parts } = partTable
    const there = new Set([...always, ...challengeParts(files).flatMap((part) => parts[part] ?? [])])
    const named = Object.values(challengeCells(files)).flatMap(({ code }) =>
      [...code.matchAll(/\b_engine\d*\.([\w$]+)/g)].map(([, name]) => name),
    )
    expect(named.filter((name) => !there.has(name!))).toEqual([])
  })

  it('is solved by its solution, in plans that test something', () => {
    const { result, why, plans = 0, tested = 0, steps = Infinity, cost } = judged(files, files.solution)
    expect(result, why).toBe('right')
    expect(plans).toBeGreaterThanOrEqual(20)
    expect(tested).toBeGreaterThanOrEqual(plans / 4)
    expect(steps).toBeLessThan(mostSteps)
    expect(cost?.yours).toBe(cost?.reference)
    expect(cost?.reference).toBeGreaterThanOrEqual(0)
  })

  it('has the point of no return of one run that an answer fails', () => {
    const broken = files.bad.find(({ result }) => result === 'broken')!
    const { curve } = judged(files, broken.source, { withCurve: true })
    expect(curve?.futures).toBeGreaterThanOrEqual(20)
    expect(curve?.curve.length).toBeGreaterThan(1)
  })

  it('is not solved by its starter, and shows a run that it fails', () => {
    const { result, pictures } = judged(files, files.starter)
    expect(['broken', 'dear', 'untested']).toContain(result)
    if (result !== 'untested') expect(pictures).toBe(1)
  })

  it.each(files.bad)('refuses $name, for its own reason', ({ source, result, check, because }) => {
    const told = judged(files, source)
    expect(`${told.result} ${told.check ?? ''}: ${told.why ?? ''}`, because).toMatch(
      new RegExp(`^${result} ${result === 'broken' ? check : ''}`),
    )
    if (told.result !== 'broken') return
    expect(told.entries).toBeLessThanOrEqual(told.before!)
    expect(told.pictures).toBe(1)
  })
})
