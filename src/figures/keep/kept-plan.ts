import type { Plan } from '#engine/core/types.ts'
import { plansAddress } from '#links/plans-address.ts'

/** A kept plan by its name, fetched with all the others. @throws Error when they can't be had */
export async function keptPlanAt(id: string): Promise<Plan | undefined> {
  const response = await fetch(plansAddress)
  if (!response.ok) throw new Error(`${plansAddress} answered ${response.status}`)
  const plans = (await response.json()) as { readonly [id: string]: Plan }
  return Object.hasOwn(plans, id) ? plans[id] : undefined
}
