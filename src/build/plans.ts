import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { scenarioOf } from '#engine'
import { lessonFolder, lessonSlugs } from './lessons.ts'
import '#engine/stores.ts'

import type { Plan } from '#engine'

/** A kept plan, of content/plans or of a lesson's own plans.yaml: its name, and in words what its run shows. */
export interface KeptPlan {
  readonly id: string
  readonly shows: string
  readonly plan: Plan
}

const folder = 'content/plans'
let all: ReadonlyMap<string, KeptPlan> | undefined

/** Every kept plan by its name: those of content/plans, then each lesson's own, in the course's order. */
export function keptPlans(): ReadonlyMap<string, KeptPlan> {
  all ??= readPlans()
  return all
}

/**
 * The plan of this name, every default filled in.
 * @throws Error that fails the build when there's none: with the names that are like it
 */
export function keptPlan(id: string): KeptPlan {
  const found = keptPlans().get(presentId(id))
  if (found !== undefined) return found
  const file = id.split('.')[0] ?? ''
  const near = [...keptPlans().keys()].filter((name) => name.startsWith(`${file}.`))
  const known =
    near.length > 0 ? near : [...new Set([...keptPlans().keys()].map((name) => name.split('.')[0]))]
  throw new Error(`there is no plan "${id}" in ${folder}; there are ${known.join(', ')}`)
}

/** Plans of lessons were once named by the lesson's number: `lesson-2.row-3` still finds the plan of that lesson. */
export function presentId(id: string): string {
  return id.replace(/^lesson-(\d+)\./, (whole, number: string) => {
    const slug = lessonSlugs()[Number(number) - 1]
    return slug === undefined ? whole : `${slug}.`
  })
}

/** The files of kept plans: content/plans/*.yaml, then each lesson's plans.yaml. */
export function planFiles(): readonly string[] {
  const shared = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(folder, name))
  return [
    ...shared,
    ...lessonSlugs()
      .map((slug) => join(lessonFolder(slug), 'plans.yaml'))
      .filter(existsSync),
  ]
}

function readPlans(): ReadonlyMap<string, KeptPlan> {
  if (!existsSync(folder)) throw new Error(`${folder} is missing: the build runs in the project's own folder`)
  const plans = new Map<string, KeptPlan>()
  for (const name of planFiles()) {
    const file = parse(readFileSync(name, 'utf8')) as { readonly plans: readonly KeptPlan[] }
    for (const { id, shows, plan } of file.plans) {
      if (plans.has(id)) throw new Error(`${name}: a plan "${id}" stands in another file already`)
      plans.set(id, { id, shows, plan: scenarioOf(plan).plan })
    }
  }
  return plans
}
