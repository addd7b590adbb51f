import { between, drawKeyOf, mix } from '#engine/core/draws.ts'
import { scenarioOf, weather } from '#engine'
import type { Plan, Scenario, System } from '#engine'
import type { HuntRequest } from './protocol.ts'

/**
 * The attack of each seed: a scenario drawn from the request's weather, with its skewed clock if it asks for one.
 * @throws PlanError for a target that is no plan or names an unknown system
 */
export function attacksOf({ target, weather: options = {}, crooked }: HuntRequest) {
  const attack = 'plan' in target ? around(target.plan, options) : weather(systemOf(target), options)
  return (seed: number): Scenario<System> => {
    const { system, plan } = attack(seed)
    if (crooked === undefined || !plan.clients.some(({ id }) => id === crooked.client)) {
      return { system, plan }
    }
    const { client, mostMs } = crooked
    const offsetMs = between(mix(drawKeyOf('skewed clock'), seed), 0, -mostMs, mostMs)
    const fault = { id: 'skewed clock', at: 0, do: 'clock', of: client, clock: { offsetMs } } as const
    return { system, plan: { ...plan, faults: [fault, ...plan.faults] } }
  }
}

function systemOf({ system, settings }: Extract<HuntRequest['target'], { readonly system: string }>): System {
  const nothing: Plan = {
    v: 1,
    system,
    seed: 0,
    until: 1,
    nodes: [{ id: 'A' }, { id: 'B' }, { id: 'C' }],
    clients: [],
    net: { order: 'link', loss: 0, duplicate: 0, latency: [5, 15] },
    options: settings,
    ops: [],
    faults: [],
  }
  return scenarioOf(nothing).system
}

/** The plan itself, with other luck and with faults that come and go until its last operation. */
function around(given: Plan, options: NonNullable<HuntRequest['weather']>) {
  const { system, plan } = scenarioOf(given)
  const last = Math.max(0, ...[...plan.ops, ...plan.faults].map(({ at }) => at))
  const troubles = weather(system, { calmAt: last + 1, ...options, operations: 0 })
  return (seed: number): Scenario<System> => {
    const drawn = troubles(seed).plan.faults.map((fault) => ({ ...fault, id: `weather: ${fault.id}` }))
    return { system, plan: { ...plan, seed: seed >>> 0, faults: [...plan.faults, ...drawn] } }
  }
}
