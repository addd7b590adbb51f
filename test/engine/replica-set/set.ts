import { plan, type PlanOptions } from '#engine/core/plan/build.ts'
import { run } from '#engine/core/run.ts'
import type { Json, Run, Scenario, System } from '#engine/core/types.ts'
import type { ReplicaSetSettings } from '#engine/replica-set/options.ts'
import { replicaSet } from '#engine/replica-set/replica-set.ts'
import type { Disk, Memory } from '#engine/replica-set/state.ts'

/** A plan of a set of A, B, C with A as primary; every message takes 10 ms. */
export function set(settings: ReplicaSetSettings = {}, options: PlanOptions = {}) {
  return plan(replicaSet(settings), { seed: 7, net: { latency: [10, 10] }, ...options })
}

export function runOf(scenario: Scenario<System>, record: 'none' | 'trace' | 'states' = 'trace'): Run {
  const made = run(scenario, { record })
  if (made.error !== undefined) throw made.error
  return made
}

/** What the clients were answered, in order; undefined where nothing definite came. */
export function answers(scenario: Scenario<System>): (Json | undefined)[] {
  return runOf(scenario).history.map(({ output }) => output)
}

export function marks(scenario: Scenario<System>): { [name: string]: number } {
  return Object.fromEntries(runOf(scenario).marks)
}

export function memoryOf(run: Run, node: string): Memory {
  return run.final.get(node)!.memory as Memory
}

export function diskOf(run: Run, node: string): Disk {
  return run.final.get(node)!.disk as Disk
}

/** The documents that a member holds at the end. */
export function documentsOf(run: Run, node: string): { [key: string]: Json } {
  return Object.fromEntries(diskOf(run, node).contents.documents)
}

/** The steps of the protocol, as 'at node: text'. */
export function steps(run: Run, text: string): { at: number; node: string; data: Json | undefined }[] {
  return run.trace.flatMap((event) =>
    event.type === 'note' && event.text === text
      ? [{ at: event.at, node: event.node, data: event.data }]
      : [],
  )
}
