import { storedIn } from '../checks/stored.ts'
import { isRefusal, keyHistories, tooOldFor } from '../checks/key-history.ts'
import type { Ms, Operation, Run } from '../core/types.ts'

/** What one database did for its clients in a run, and what that cost. Everything is counted from the history alone. */
export interface Figures {
  /** Operations that were carried out and answered. */
  readonly answered: number
  /** Operations that were refused for certain ({error}): nothing was done. */
  readonly refused: number
  /** Operations without a definite answer: they may have happened. */
  readonly unanswered: number
  /**
   * For how long at least one client wasn't served. An operation is *served at once* when it is answered within
   * `patienceMs`. From the call of one that isn't, its client counts as not served until the call of its next operation
   * of the same kind (reads; writes and deletes) that is served at once, or the late answer of one, whichever comes
   * first; at the latest until the end of the plan. Times that overlap count once. A client that asks every half second
   * measures to half a second.
   */
  readonly unavailableMs: Ms
  /** The same for writes and deletes alone, and for reads alone. */
  readonly unavailableForWritesMs: Ms
  readonly unavailableForReadsMs: Ms
  /** For how long no client at all was served, of those that ask for anything. */
  readonly unavailableToAllMs: Ms
  /**
   * Acknowledged writes and deletes that are gone at the end: all copies together, those of crashed nodes included, hold
   * a value that every write of it had returned before the lost one was called. What a later write replaced isn't lost.
   */
  readonly lostWrites: number
  /** Reads that missed a write acknowledged before they were called. */
  readonly staleReads: number
  /** Put on links in the whole run, the chatter of the idle included; what a node tells itself isn't counted. */
  readonly messages: number
  /** About what their JSON takes. */
  readonly bytes: number
  /** Half of the answered operations took at most so long; undefined when none was answered. */
  readonly p50Ms: Ms | undefined
  /** 99 of 100 took at most so long (nearest rank): of fewer than 100 operations the slowest. */
  readonly p99Ms: Ms | undefined
}

/** A client that waits longer than this isn't served at once. */
export const patienceMs = 1_000

/** @throws RangeError for a system whose nodes nobody can look into */
export function figuresOf(run: Run, patience: Ms = patienceMs): Figures {
  const { history, counters, plan } = run
  const answered = history.filter(isServed)
  const times = answered.map(tookMs).sort((one, other) => one - other)
  const clients = [...new Set(history.map(({ client }) => client))]
  const gapsOf = (isOfKind: (operation: Operation) => boolean) =>
    clients.map((client) =>
      gaps(
        history.filter((operation) => operation.client === client && isOfKind(operation)),
        patience,
        plan.until,
      ),
    )
  const writes = gapsOf(isWrite)
  const reads = gapsOf(isRead)
  const all = clients.map((_, place) => [...writes[place]!, ...reads[place]!])
  return {
    answered: answered.length,
    refused: history.filter(({ output }) => isRefusal(output)).length,
    unanswered: history.filter((operation) => operation.return === null).length,
    unavailableMs: timeWith(all, 1),
    unavailableForWritesMs: timeWith(writes, 1),
    unavailableForReadsMs: timeWith(reads, 1),
    unavailableToAllMs: timeWith(all, clients.length),
    lostWrites: lostWrites(run),
    staleReads: staleReads(history),
    messages: counters.messages,
    bytes: counters.bytes,
    p50Ms: percentile(times, 50),
    p99Ms: percentile(times, 99),
  }
}

/** The smallest of the sorted times that `percent` of them don't exceed (nearest rank). */
export function percentile(times: readonly Ms[], percent: number): Ms | undefined {
  return times[Math.max(1, Math.ceil((times.length * percent) / 100)) - 1]
}

type Span = readonly [from: Ms, to: Ms]

/** The times in which a client wasn't served, one for each operation that wasn't; they may overlap. */
function gaps(asked: readonly Operation[], patience: Ms, until: Ms): readonly Span[] {
  const isAtOnce = (operation: Operation) => isServed(operation) && tookMs(operation) <= patience
  return asked
    .filter((operation) => !isAtOnce(operation))
    .map(({ call }): Span => {
      const served = asked
        .filter((other) => isServed(other) && other.return! > call)
        .map((other) => (isAtOnce(other) && other.call >= call ? other.call : other.return!))
      return [call, Math.min(until, ...served)]
    })
}

/** How long at least so many of the clients had a gap at the same time. */
function timeWith(clients: readonly (readonly Span[])[], atLeast: number): Ms {
  const moments = [...new Set(clients.flat(2))].sort((one, other) => one - other)
  let total = 0
  for (const [place, from] of moments.entries()) {
    const to = moments[place + 1] ?? from
    const waiting = clients.filter((spans) => spans.some((span) => span[0] <= from && span[1] >= to))
    if (waiting.length >= atLeast) total += to - from
  }
  return total
}

function lostWrites(run: Run): number {
  const stories = keyHistories(run.history).filter(({ writes }) =>
    writes.some((write) => write.return !== Infinity),
  )
  if (stories.length === 0) return 0
  const stored = storedIn(run)
  let lost = 0
  for (const story of stories) {
    const value = stored.value(story.key)
    for (const write of story.writes) {
      if (write.return === Infinity) continue
      // This one alone against what is there: whether it is missing doesn't depend on the other acknowledged ones.
      const sources = story.writes.filter((other) => other === write || other.value === value)
      if (tooOldFor({ ...story, writes: sources }, value, Infinity, Infinity) !== undefined) lost++
    }
  }
  return lost
}

function staleReads(history: readonly Operation[]): number {
  let stale = 0
  for (const story of keyHistories(history)) {
    for (const read of story.reads)
      if (tooOldFor(story, read.value, read.call, read.return) !== undefined) stale++
  }
  return stale
}

function isServed({ output, return: end }: Operation): boolean {
  return end !== null && !isRefusal(output)
}

function tookMs({ call, return: end }: Operation): Ms {
  return end! - call
}

function isRead({ do: what }: Operation): boolean {
  return what === 'read'
}

function isWrite({ do: what }: Operation): boolean {
  return what === 'write' || what === 'delete'
}
