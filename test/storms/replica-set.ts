import type { Fault, Scenario, System } from '#engine/core/types.ts'
import type { WeatherOptions } from '#engine/core/weather.ts'
import type { ReplicaSetSettings } from '#engine/replica-set/options.ts'

/** The parts of an engine that weather needs: the true one, or one with a change in it. */
type Engine = Pick<typeof import('#engine'), 'weather' | 'replicaSet'>

/** Elections within a second or two, so that a storm of five seconds sees several. */
export const quick: ReplicaSetSettings = {
  heartbeatMs: 100,
  heartbeatTimeoutMs: 500,
  electionTimeoutMs: 500,
  awaitMs: 200,
  clientTimeoutMs: 1_500,
  clientSelectionMs: 4_000,
  clientPauseMs: 100,
}

/** Weather for a set: crashes lose what wasn't synced, and links and members fail long enough for elections. */
export function storms(
  { weather, replicaSet }: Engine,
  settings: ReplicaSetSettings = {},
  options: WeatherOptions = {},
): (seed: number) => Scenario<System> {
  const forecast = weather(replicaSet({ ...quick, ...settings }), {
    operations: 16,
    faults: 8,
    calmAt: 5_000,
    restMs: 2_000,
    ...options,
  })
  return (seed) => {
    const { system, plan } = forecast(seed)
    return { system, plan: { ...plan, faults: plan.faults.map(withPowerCut) } }
  }
}

function withPowerCut(fault: Fault): Fault {
  return fault.do === 'crash' ? { ...fault, disk: 'lose-unsynced' } : fault
}
