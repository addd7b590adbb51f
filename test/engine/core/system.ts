import { run } from '#engine/core/run.ts'
import type { Network, Plan, Program, Run, RunOptions, System } from '#engine/core/types.ts'

/** A system of one's own, as a cell would make it. */
export function systemOf(program: Program, options: unknown = null): System {
  const client = { timeoutMs: 1000, retries: 0, stamps: false }
  return { name: 'cell', options, nodes: [], program, client, operations: [], levels: [] }
}

export const calm: Network = { order: 'link', loss: 0, duplicate: 0, latency: [10, 10] }

/** A plan of three nodes and a client in calm weather, and what differs from that. */
export function planOf(different: Partial<Plan> = {}): Plan {
  return {
    v: 1,
    system: 'cell',
    seed: 7,
    until: 10_000,
    nodes: [{ id: 'A' }, { id: 'B' }, { id: 'C' }],
    clients: [{ id: 'client' }],
    net: calm,
    options: null,
    ops: [],
    faults: [],
    ...different,
  }
}

export function runOf(program: Program, different: Partial<Plan> = {}, options: RunOptions = {}): Run {
  return run({ system: systemOf(program), plan: planOf(different) }, { record: 'states', ...options })
}

/** The run as lines: one event each, what matters of it. */
export function lines(given: Run): string[] {
  return given.trace.map((event) => {
    const start = `${event.at} ${event.node} ${event.type}`
    if ('message' in event)
      return `${start} ${event.message}${event.why === undefined ? '' : ` ${event.why}`}`
    if ('text' in event) return `${start} ${event.text}`
    if ('fault' in event) return `${start} ${event.fault} ${event.applied}`
    if ('op' in event) return `${start} ${event.op} ${JSON.stringify(event.value)}`
    return start
  })
}
