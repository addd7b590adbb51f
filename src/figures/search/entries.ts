import type { Plan } from '#engine'
import type { Entry } from './protocol.ts'

/** Entries of the one plan that the other no longer has, by their ids, in order of time. */
export function struckBetween(before: Plan, after: Plan): readonly Entry[] {
  const left = new Set([...after.ops, ...after.faults].map(({ id }) => id))
  return entriesOf(before).filter(({ id }) => !left.has(id))
}

/** Operations and faults together, in order of time; a fault before an operation of the same millisecond. */
export function entriesOf(plan: Plan): readonly Entry[] {
  return [...plan.faults, ...plan.ops].sort((one, other) => one.at - other.at)
}
