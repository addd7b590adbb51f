import type { Plan } from '#engine/core/types.ts'
import type { Answer } from '#outline/replay.ts'
import { openPort, type WorkerLike } from '#workers/port.ts'
import type { Turned } from './work.ts'

interface Served {
  readonly [name: string]: (plan: Plan, check: string) => Turned
  readonly findTurn: (plan: Plan, check: string) => Turned
}

/** Longer than any plan of ours takes, on a slow phone. */
const patienceMs = 60_000

/** Asks a worker of the page's own for a plan's point of no return, and ends it afterwards. Never rejects. */
export async function askForTurn(
  plan: Plan,
  check: string,
  make: () => WorkerLike = makeWorker,
): Promise<Answer<Turned>> {
  const port = openPort<Served>({
    make,
    here: async () => {
      const { findTurn } = await import('./work.ts')
      return { findTurn }
    },
    patienceMs,
  })
  const called = await port.call('findTurn', plan, check)
  port.close()
  return called.ok
    ? { ok: true, value: called.value as Turned }
    : { ok: false, message: 'The search for the point of no return stopped early. Try again.' }
}

function makeWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
}
