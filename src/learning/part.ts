import { isLearningEvent } from './event-shapes.ts'
import type { LearningEvent, StoredEvent } from './event.ts'

/** One thing that a log amounts to: counted from the whole log, or carried on by an event that follows it. */
export interface Part<State> {
  readonly of: (events: readonly StoredEvent[]) => State
  /** The state after an event that {@link follows} all that's in it. */
  readonly after: (state: State, event: LearningEvent) => State
}

/** What decides whether an event follows a log. */
export interface Mark {
  /** The time of the latest event, in milliseconds since 1970. */
  readonly latest: number
  /** The ids that undos name, whether or not what they name has come yet: another device's undo may come first. */
  readonly undone: ReadonlySet<string>
}

/** Before any event. */
export const noMark: Mark = { latest: -Infinity, undone: new Set() }

/** The mark of a whole log. */
export function markOf(events: readonly StoredEvent[]): Mark {
  let latest = -Infinity
  const undone = new Set<string>()
  for (const event of events) {
    latest = Math.max(latest, event.at)
    if (isLearningEvent(event) && event.type === 'undone') undone.add(event.event)
  }
  return { latest, undone }
}

/**
 * Whether an event can be added to what a log amounts to: it's later than all of it, takes nothing back, and nobody has
 * taken it back. Any other changes what earlier events count for.
 */
export function follows({ latest, undone }: Mark, event: StoredEvent): boolean {
  const takesBack = isLearningEvent(event) && event.type === 'undone'
  return event.at > latest && !takesBack && !undone.has(event.id)
}
