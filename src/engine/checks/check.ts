import type { Check, RecordLevel, Run, Verdict } from '../core/types.ts'

/** What a check found, before it has its name. */
export type Finding = Omit<Verdict, 'check'>

/** A check from its name, the record level it needs and what it finds in a run. */
export function checkOf(name: string, needs: RecordLevel, find: (run: Run) => Finding): Check {
  const check = (run: Run): Verdict => {
    if (!Array.isArray((run as Partial<Run> | undefined)?.history))
      throw new TypeError(`The check “${name}” takes a run.`)
    return { check: name, ...find(run) }
  }
  // `name` of a function can't be assigned, only defined.
  return Object.defineProperties(check, {
    name: { value: name },
    needs: { value: needs },
  }) as unknown as Check
}

const endChecks = new WeakSet<Check>()

/** Marks a check that looks at nothing of a run but its writes, and the value of each key that all copies together give at its end. */
export function ofTheEnd(check: Check): Check {
  endChecks.add(check)
  return check
}

/** Whether a run may end for this check as soon as no such value can change any more. */
export function seesEndAlone(check: Check): boolean {
  return endChecks.has(check)
}

/** The check's condition was tested, and held. */
export function holds(why: string): Finding {
  return { result: 'holds', why, at: [] }
}

/** The check's condition was broken, at these events of the trace. */
export function broken(why: string, at: readonly number[]): Finding {
  return { result: 'broken', why, at }
}

/** Nothing that the check tests happened, so there's no news, good or bad. */
export function vacuous(why: string): Finding {
  return { result: 'vacuous', why, at: [] }
}

/**
 * Where to look for these operations (positions in the history): the events at which they were answered, or were called
 * when they never were. Without a trace the positions themselves.
 */
export function eventsOf(run: Run, positions: readonly number[]): readonly number[] {
  if (run.trace.length === 0) return positions
  return positions.map((position) => {
    const operation = run.history[position]
    const type = operation?.return === null ? 'call' : 'return'
    const event = [...run.trace].reverse().find((other) => other.type === type && other.op === operation?.id)
    return event?.index ?? 0
  })
}
