import type { RunOutline } from '#outline/index.ts'
import type { Fault, Ms, Op, Plan, Run } from '#engine/core/types.ts'
import { branch, type Edit } from '#engine/search/branch.ts'

/** How long a run goes on at least after an edit, so that its effect is seen. */
const afterMs = 10_000

/** A plan with one entry more, and that entry's name. */
export interface Edited {
  readonly plan: Plan
  readonly id: string
}

/**
 * Puts an edit into a run, one millisecond and `waitMs` after event `index`: the trace up to that moment stays as it
 * was. The run goes on for ten seconds at least.
 * @throws RangeError for an index that is no event of the trace
 */
export function edited(run: Run, index: number, edit: Edit, waitMs: Ms): Edited {
  const plan = branch(run, index, edit)
  const { id, at: soonest } = ('client' in edit ? plan.ops : plan.faults).at(-1)!
  const at = soonest + waitMs
  const until = Math.max(run.plan.until, at + afterMs)
  // In order of time, so that the plan reads as it happens; within a millisecond the order stays.
  const placed = <T extends { readonly id: string; readonly at: Ms }>(entries: readonly T[]) =>
    entries
      .map((entry) => (entry.id === id ? { ...entry, at } : entry))
      .sort((one, other) => one.at - other.at)
  return { plan: { ...plan, until, ops: placed(plan.ops), faults: placed(plan.faults) }, id }
}

/** A plan without one of its entries. */
export function without(plan: Plan, id: string): Plan {
  return {
    ...plan,
    ops: plan.ops.filter((entry) => entry.id !== id),
    faults: plan.faults.filter((entry) => entry.id !== id),
  }
}

/** A plan in which an entry is another one of the same name. It goes on long enough for the entry to be seen. */
export function replaced(plan: Plan, entry: Op | Fault): Plan {
  const put = <T extends Op | Fault>(entries: readonly T[]) =>
    entries.map((one) => (one.id === entry.id ? (entry as T) : one)).sort((one, other) => one.at - other.at)
  return {
    ...plan,
    until: Math.max(plan.until, entry.at + afterMs),
    ops: 'client' in entry ? put(plan.ops) : plan.ops,
    faults: 'client' in entry ? plan.faults : put(plan.faults),
  }
}

/** The last event of the step in which the entry strikes; the end of the run when it never does. */
export function shownBy(run: Run, { steps }: RunOutline, id: string): number {
  const event = run.trace.find(
    (other) => (other.type === 'call' && other.op === id) || (other.type === 'fault' && other.fault === id),
  )
  const step = event === undefined ? undefined : steps.find(({ index }) => index >= event.index)
  return step?.index ?? run.trace.length - 1
}
