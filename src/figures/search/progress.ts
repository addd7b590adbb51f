import type { Plan } from '#engine/core/types.ts'
import { counted, grouped } from '#figures/quantity.ts'
import { entriesOf } from './entries.ts'
import type { Entry, HuntCount, HuntOutcome, HuntProgress } from './protocol.ts'

/** How far a search has come. `entries` are those of the plan that breaks the check, `struck` what it doesn't need. */
export interface Progress {
  readonly state: 'idle' | 'searching' | 'shrinking' | 'found' | 'nothing' | 'stopped' | 'failed'
  /** How many schedules are tried at most. */
  readonly seeds: number
  readonly count?: HuntCount
  readonly entries: readonly Entry[]
  /** Ids of entries. */
  readonly struck: ReadonlySet<string>
  /** The same for the reader, in a sentence or two. */
  readonly say: string
}

/** What can happen to a search: it starts, it tells, it ends. */
export type Heard =
  | { readonly type: 'started'; readonly seeds: number }
  | HuntProgress
  | { readonly type: 'ended'; readonly outcome: HuntOutcome }

/** Before a search. */
export const idle: Progress = { state: 'idle', seeds: 0, entries: [], struck: new Set(), say: '' }

/** True while the search runs and can be stopped. */
export function isOn({ state }: Progress): boolean {
  return state === 'searching' || state === 'shrinking'
}

/** What an event makes of the progress. Pure: the old one stays as it was. */
export function heard(before: Progress, event: Heard): Progress {
  switch (event.type) {
    case 'started':
      return { ...idle, state: 'searching', seeds: event.seeds, say: triedText(0, event.seeds) }
    case 'tried':
      // A count that comes late says nothing of a plan that's being made smaller.
      if (before.state !== 'searching') return before
      return { ...before, count: event, say: triedText(event.tried, before.seeds) }
    case 'found': {
      const entries = entriesOf(event.plan)
      const say = `Schedule ${event.seed} breaks it. Removing what it doesn’t need: ${entriesText(event.plan)}.`
      return { ...before, state: 'shrinking', entries, struck: new Set(), say }
    }
    case 'shrank': {
      const struck = new Set([...before.struck, ...event.struck.map(({ id }) => id)])
      const say = `${entriesText(event.plan)} left of ${before.entries.length}, ${counted(event.runs, 'run')}.`
      return { ...before, struck, say }
    }
    case 'ended':
      return ended(before, event.outcome)
  }
}

function ended(before: Progress, outcome: HuntOutcome): Progress {
  if (!outcome.ok)
    return { ...before, state: outcome.reason === 'cancelled' ? 'stopped' : 'failed', say: outcome.why }
  const { found, count } = outcome
  if (found === undefined) {
    const say = `None of ${grouped(count.tried)} schedules broke it. That’s no proof, because others might.`
    return { ...idle, state: 'nothing', seeds: before.seeds, count, say }
  }
  const say = `Schedule ${found.seed} breaks it, and ${entriesText(found.smallest)} of its ${entryCount(found.before)} are enough. It’s open as a new run.`
  return { ...before, state: 'found', say }
}

function entryCount({ ops, faults }: Plan): number {
  return ops.length + faults.length
}

/** "3 entries". */
export function entriesText(plan: Plan): string {
  return counted(entryCount(plan), 'entry', 'entries')
}

function triedText(tried: number, seeds: number): string {
  return `${grouped(tried)} of ${grouped(seeds)} schedules tried.`
}
