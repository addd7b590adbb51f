import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { scenarioOf } from '#engine'
import '#engine/stores.ts'

import type { Plan } from '#engine'

/** A plan of content/plans: its name, and in words what its run shows. */
export interface KeptPlan {
  readonly id: string
  readonly shows: string
  readonly plan: Plan
}

const folder = 'content/plans'
let all: ReadonlyMap<string, KeptPlan> | undefined

/** Every plan of content/plans, by its name, in the order of the files; parsed by the engine's own parser. */
export function keptPlans(): ReadonlyMap<string, KeptPlan> {
  all ??= readPlans()
  return all
}

/**
 * The plan of this name, every default filled in.
 * @throws Error that fails the build when there is none: with the names that are like it
 */
export function keptPlan(id: string): KeptPlan {
  const found = keptPlans().get(id)
  if (found !== undefined) return found
  const file = id.split('.')[0] ?? ''
  const near = [...keptPlans().keys()].filter((name) => name.startsWith(`${file}.`))
  const known =
    near.length > 0 ? near : [...new Set([...keptPlans().keys()].map((name) => name.split('.')[0]))]
  throw new Error(`there is no plan "${id}" in ${folder}; there are ${known.join(', ')}`)
}

function readPlans(): ReadonlyMap<string, KeptPlan> {
  if (!existsSync(folder)) throw new Error(`${folder} is missing: the build runs in the project's own folder`)
  const plans = new Map<string, KeptPlan>()
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.yaml')) continue
    const file = parse(readFileSync(join(folder, name), 'utf8')) as { readonly plans: readonly KeptPlan[] }
    for (const { id, shows, plan } of file.plans) {
      if (plans.has(id)) throw new Error(`${folder}/${name}: a plan "${id}" stands in another file already`)
      plans.set(id, { id, shows, plan: scenarioOf(plan).plan })
    }
  }
  return plans
}
