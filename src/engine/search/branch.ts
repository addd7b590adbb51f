import type { Fault, Op, Plan, Run } from '../core/types.ts'

type Without<T, Names extends PropertyKey> = T extends unknown ? Omit<T, Names> : never

/** Something that a reader does at a moment of a run: an operation or a fault, without its name and its time. */
export type Edit = Without<Op, 'id' | 'at'> | Without<Fault, 'id' | 'at'>

/**
 * The plan of a run with one entry more, one millisecond after event `index`. Everything until that event stays as it
 * was, since nothing before an entry depends on it; only what comes after is another world.
 */
export function branch(run: Run, index: number, edit: Edit): Plan {
  const event = run.trace[index]
  if (event === undefined) {
    throw new RangeError(
      `a branch begins at an event of the trace, 0 to ${run.trace.length - 1}; received ${index}. ` +
        `Run with record 'trace' or 'states'.`,
    )
  }
  const { plan } = run
  const at = event.at + 1
  const entry = { ...edit, id: freeName(plan), at }
  const until = Math.max(plan.until, at)
  return 'client' in entry
    ? { ...plan, until, ops: [...plan.ops, entry] }
    : { ...plan, until, faults: [...plan.faults, entry as Fault] }
}

function freeName(plan: Plan): string {
  const taken = new Set([...plan.ops, ...plan.faults].map((entry) => entry.id))
  let number = taken.size + 1
  while (taken.has(`edit-${number}`)) number++
  return `edit-${number}`
}
