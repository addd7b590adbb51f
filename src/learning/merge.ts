import type { StoredEvent } from './event.ts'

/**
 * The union of two lists of events by id, in the order of ids. Commutative, associative and idempotent, so that two
 * tabs or two imported files end with the same list whatever the order in which they meet.
 */
export function merge(left: readonly StoredEvent[], right: readonly StoredEvent[]): readonly StoredEvent[] {
  const byId = new Map<string, StoredEvent>()
  for (const event of [...left, ...right]) {
    const known = byId.get(event.id)
    // One id never has two contents unless a file was edited by hand; then the choice mustn't depend on the order.
    if (known === undefined || canonical(event) < canonical(known)) byId.set(event.id, event)
  }
  return [...byId.values()].sort((one, other) => (one.id < other.id ? -1 : 1))
}

const canonical = (event: StoredEvent): string =>
  JSON.stringify(Object.entries(event).sort(([one], [other]) => (one < other ? -1 : 1)))
