import { plan, type PlanOptions } from '#engine/core/plan/build.ts'
import { run } from '#engine/core/run.ts'
import type { Json, Run, Scenario, System } from '#engine/core/types.ts'
import type { RingSettings } from '#engine/ring/options.ts'
import { merge, type Partition } from '#engine/ring/partition.ts'
import { ring } from '#engine/ring/ring.ts'
import type { Disk } from '#engine/ring/state.ts'

/** A plan of a ring of A, B, C with three replicas and no hints, unless the settings say otherwise. */
export function cluster(settings: RingSettings = {}, options: PlanOptions = {}) {
  return plan(ring({ nodes: ['A', 'B', 'C'], replicas: 3, hints: false, ...settings }), {
    seed: 7,
    ...options,
  })
}

export function runOf(scenario: Scenario<System>, record: 'none' | 'trace' | 'states' = 'trace'): Run {
  return run(scenario, { record })
}

/** What the clients were answered, in order; undefined where nothing definite came. */
export function answers(scenario: Scenario<System>): (Json | undefined)[] {
  const { history, error } = runOf(scenario)
  if (error !== undefined) throw error
  return history.map(({ output }) => output)
}

export function marks(scenario: Scenario<System>): { [name: string]: number } {
  return Object.fromEntries(runOf(scenario).marks)
}

export function diskOf(run: Run, node: string): Disk {
  return run.final.get(node)!.disk as Disk
}

/** All partitions a node holds at the end, memtable and sstables merged. */
export function held(run: Run, node: string): Partition[] {
  const { memtable, sstables } = diskOf(run, node)
  const found = new Map<string, Partition>()
  for (const rows of [...sstables, memtable]) {
    for (const [, partition] of rows) {
      const other = found.get(partition.key)
      found.set(partition.key, other === undefined ? partition : merge(other, partition))
    }
  }
  return [...found.values()]
}

/** The keys a node holds something under, in alphabetical order. */
export function keysOf(run: Run, node: string): string[] {
  return [...new Set(held(run, node).map(({ key }) => key))].sort()
}
