import { duel, type Duel } from '#engine/duel/duel.ts'
import { keyHistories, tooOldFor } from '#engine/checks/key-history.ts'
import type { Operation, Plan, Run } from '#engine/core/types.ts'
import { faultLabel } from '#outline/entry-text.ts'

/** What became of an operation: answered, answered with something old, refused for certain, or never answered. */
export type Outcome = 'ok' | 'stale' | 'refused' | 'unknown'

/** One operation as a bar on the clock. */
export interface Bar {
  readonly kind: 'read' | 'write'
  readonly call: number
  /** When the client heard; the end of the run for an operation without an answer. */
  readonly end: number
  readonly outcome: Outcome
}

/** What one client of one database asked for. */
export interface Row {
  readonly client: string
  readonly bars: readonly Bar[]
}

/** One database and its clients. */
export interface Side {
  readonly name: 'MongoDB' | 'Cassandra'
  readonly rows: readonly Row[]
}

/** Both runs as a picture needs them: plain data, small enough to travel. */
export interface ToldDuel {
  readonly until: number
  readonly faults: readonly { readonly at: number; readonly text: string }[]
  readonly sides: readonly Side[]
}

/** Plays a plan on both databases and tells it. */
export function playedDuel(plan: Plan): ToldDuel {
  return tellDuel(duel(plan))
}

/** A duel that was played, as plain data. */
export function tellDuel({ ring, replicaSet }: Duel): ToldDuel {
  const { plan } = ring.run
  return {
    until: plan.until,
    faults: plan.faults.map((fault) => ({ at: fault.at, text: faultLabel(fault) })),
    sides: [
      { name: 'MongoDB', rows: rowsOf(replicaSet.run) },
      { name: 'Cassandra', rows: rowsOf(ring.run) },
    ],
  }
}

function rowsOf({ history, plan }: Run): readonly Row[] {
  const stale = staleReads(history)
  return plan.clients.map(({ id }) => ({
    client: id,
    bars: history
      .filter(({ client }) => client === id)
      .map((operation): Bar => {
        const { call, return: end } = operation
        const kind = operation.do === 'read' ? 'read' : 'write'
        return { kind, call, end: end ?? plan.until, outcome: outcomeOf(operation, stale) }
      }),
  }))
}

function outcomeOf(operation: Operation, stale: ReadonlySet<Operation>): Outcome {
  if (operation.return === null) return 'unknown'
  const { output } = operation
  if (typeof output === 'object' && output !== null && 'error' in output) return 'refused'
  return stale.has(operation) ? 'stale' : 'ok'
}

function staleReads(history: readonly Operation[]): ReadonlySet<Operation> {
  const stale = new Set<Operation>()
  for (const story of keyHistories(history))
    for (const read of story.reads)
      if (tooOldFor(story, read.value, read.call, read.return) !== undefined) stale.add(read.operation)
  return stale
}

/** How long a client of a side had waited at most for one answer by a moment, in ms; what still waits counts. */
export function longestWaitAt(side: Side, at: number): number {
  const waits = side.rows
    .flatMap(({ bars }) => bars)
    .filter(({ call }) => call <= at)
    .map(({ call, end }) => Math.min(end, at) - call)
  return Math.max(0, ...waits)
}

/** How many of the operations of a side had which outcome by a moment; those still waiting are counted apart. */
export function countsAt(side: Side, at: number): { readonly [outcome in Outcome | 'waiting']: number } {
  const counts = { ok: 0, stale: 0, refused: 0, unknown: 0, waiting: 0 }
  for (const { call, end, outcome } of side.rows.flatMap(({ bars }) => bars)) {
    if (call > at) continue
    if (end > at) counts.waiting++
    else counts[outcome]++
  }
  return counts
}
