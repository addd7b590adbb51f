import type { Plan } from '#engine/core/types.ts'
import type { Answer } from '#outline/replay.ts'
import { openPort, type WorkerLike } from '#workers/port.ts'
import type { countFor, findTurn, Help, Turned } from './work.ts'

type Served = { readonly countFor: typeof countFor; readonly findTurn: typeof findTurn }

/** Longer than any plan of ours takes, on a slow phone. */
const patienceMs = 60_000
/** More workers than this take longer to start than they save. */
const mostWorkers = 4

interface AskOptions {
  readonly make?: () => WorkerLike
  /** How many workers search; as many as the machine has cores, at most four, when left out. */
  readonly workers?: number
}

/** Asks workers of the page's own for a plan's point of no return, and ends them afterwards. Never rejects. */
export async function askForTurn(
  plan: Plan,
  check: string,
  { make = makeWorker, workers = workersHere() }: AskOptions = {},
): Promise<Answer<Turned>> {
  const here = () => import('./work.ts')
  const open = () => openPort<Served>({ make, here, patienceMs })
  const first = open()
  const helpers = Array.from({ length: workers - 1 }, open)
  // They start while the first one finds out what's to be played.
  for (const helper of helpers) void helper.call('countFor', plan, check, [], [1, 0])
  const help: Help = async (place, ...share) => {
    const counted = await helpers[place]!.call('countFor', plan, check, ...share)
    return counted.ok ? counted.value : undefined
  }
  const called = await first.call('findTurn', plan, check, helpers.length, help)
  for (const port of [first, ...helpers]) port.close()
  return called.ok
    ? { ok: true, value: called.value }
    : { ok: false, message: 'The search for the point of no return stopped early. Try again.' }
}

function workersHere(): number {
  return Math.max(1, Math.min(mostWorkers, navigator.hardwareConcurrency || 1))
}

function makeWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
}
