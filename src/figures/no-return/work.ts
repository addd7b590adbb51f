import '#engine/systems.ts'
import '#engine/stores.ts'
import '#figures/programs.ts'
import { checkNamed } from '#engine/checks/statement.ts'
import { scenarioOf } from '#engine/core/registry.ts'
import { run } from '#engine/core/run.ts'
import type { Ms, Plan } from '#engine/core/types.ts'
import { askedMoments, countBroken, type PointOfNoReturn } from '#engine/search/futures.ts'
import { outlineRun } from '#outline/outline.ts'
import { turnInWords } from './words.ts'

/** A curve, and the event at which the run turned, in words. */
export interface Turned {
  readonly curve: PointOfNoReturn
  readonly turn: string | undefined
}

/** Futures of some moments: those with the seeds from the first to the last. */
export type Share = readonly [moments: readonly Ms[], seeds: readonly [first: number, last: number]]

/** Others who count: for the one at a place, how many futures of each moment break the check; undefined when nothing came of it. */
export type Help = (place: number, ...share: Share) => Promise<readonly number[] | undefined>

/** The most steps of all futures together: 200 futures from 40 moments of each lesson's plan, with room. */
export const mostSteps = 6_000_000

/** How many futures of a share break the check of this name, moment by moment. */
export function countFor(plan: Plan, check: string, ...[moments, seeds]: Share): readonly number[] {
  const scenario = scenarioOf(plan)
  const named = checkNamed(check)
  return moments.map((atMs) => countBroken(scenario, named, atMs, seeds))
}

/**
 * Finds the point of no return of a plan by the name of the check that it breaks. Each of the helpers is given as many of
 * the futures as are played here.
 */
export async function findTurn(plan: Plan, check: string, helpers = 0, help?: Help): Promise<Turned> {
  const scenario = scenarioOf(plan)
  const asking = askedMoments(scenario, { steps: mostSteps })
  let asked = asking.next()
  while (asked.done !== true) {
    const { moments, futures } = asked.value
    const [own, ...theirs] = sharesOf(moments, futures, helpers + 1)
    // Those that others are asked for come while the first part is played here.
    const helping = theirs.map((share, place) => help?.(place, ...share))
    const counts = [countFor(plan, check, ...own!)]
    for (const [place, counting] of helping.entries())
      counts.push((await counting) ?? countFor(plan, check, ...theirs[place]!))
    asked = asking.next(moments.map((_, index) => counts.reduce((sum, one) => sum + one[index]!, 0)))
  }
  const curve = asked.value
  return { curve, turn: turnInWords(curve, outlineRun(run(scenario, { record: 'states' }))) }
}

/** The seeds 1 to `futures` of each moment, in so many parts that follow each other. */
function sharesOf(moments: readonly Ms[], futures: number, count: number): readonly Share[] {
  const end = (part: number) => Math.round((futures * part) / count)
  return Array.from({ length: count }, (_, part) => [moments, [end(part) + 1, end(part + 1)]])
}
