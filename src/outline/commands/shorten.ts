import type { Fault, Json, Ms, Op, Plan } from '#engine/core/types.ts'
import type { RingOptions } from '#engine/ring/options.ts'

/** Gaps up to this stay as they are, so that what follows at once still does. */
const keptMs: Ms = 1_000
/**
 * And gaps up to this in a plan of a replica set, whose own times can't be shortened: an election takes some 12 s, a
 * takeover 30 s, and a member that stepped down doesn't run for 60 s.
 */
const keptInSetMs: Ms = 90_000

/** A plan of hours or days, with its hours as minutes and Cassandra's own times to match. */
export interface Shortened {
  readonly plan: Plan
  /** What every wait, the hint window, gc grace and each time to live were divided by. */
  readonly divisor: number
  readonly options: RingOptions
}

/**
 * The plan as one that lasts about so long. Cassandra counts hint windows in milliseconds and gc grace in seconds, and both
 * can be set: so the order of what happens, and what comes before and after the end of each, stays.
 */
export function shortened(plan: Plan, options: RingOptions, lastsMs: Ms): Shortened {
  const divisor = Math.ceil(plan.until / lastsMs)
  const at = clockOf(plan, divisor)
  const smaller = (value: number) => Math.max(1, Math.round(value / divisor))
  const set = {
    hintWindowMs: smaller(options.hintWindowMs),
    gcGraceSeconds: smaller(options.gcGraceSeconds),
  }
  const ops = plan.ops.map((op): Op => ({ ...op, at: at(op.at), args: living(op.args, smaller) }))
  const faults = plan.faults.map((fault): Fault => ({ ...fault, at: at(fault.at) }))
  const own = plan.options as { readonly [name: string]: Json }
  return {
    divisor,
    options: { ...options, ...set },
    plan: { ...plan, until: at(plan.until), options: { ...own, ...set }, ops, faults },
  }
}

/** The plan of a replica set with its long waits shortened; those of up to a minute and a half stay, so nothing is set. */
export function waitsShortened(plan: Plan, lastsMs: Ms): Pick<Shortened, 'plan' | 'divisor'> {
  const divisor = Math.ceil(plan.until / lastsMs)
  const at = clockOf(plan, divisor, keptInSetMs)
  const ops = plan.ops.map((op): Op => ({ ...op, at: at(op.at) }))
  const faults = plan.faults.map((fault): Fault => ({ ...fault, at: at(fault.at) }))
  return { divisor, plan: { ...plan, until: at(plan.until), ops, faults } }
}

/** The same plan where a node takes so long to come back, as it does on a real machine; the script waits for it. */
export function slowed(plan: Plan, backMs: Ms): Plan {
  const isBack = (fault: Fault) => ['restart', 'resume', 'mend'].includes(fault.do)
  const later = (at: Ms) => at + backMs * plan.faults.filter((fault) => isBack(fault) && fault.at < at).length
  return {
    ...plan,
    until: later(plan.until),
    ops: plan.ops.map((op): Op => ({ ...op, at: later(op.at) })),
    faults: plan.faults.map((fault): Fault => ({ ...fault, at: later(fault.at) })),
  }
}

function clockOf({ ops, faults, until }: Plan, divisor: number, kept: Ms = keptMs): (at: Ms) => Ms {
  const times = [...new Set([0, ...ops.map(({ at }) => at), ...faults.map(({ at }) => at), until])]
  const shorter = new Map<Ms, Ms>([[0, 0]])
  let [before, now] = [0, 0]
  for (const at of times.toSorted((one, other) => one - other)) {
    const gap = at - before
    now += Math.max(Math.round(gap / divisor), Math.min(gap, kept))
    before = at
    shorter.set(at, now)
  }
  return (at) => shorter.get(at)!
}

/** Arguments with a shorter time to live, if they have one. */
function living(args: Json, smaller: (value: number) => number): Json {
  const ttl = (args as { readonly ttl?: number } | null)?.ttl
  return ttl === undefined ? args : { ...(args as object), ttl: smaller(ttl) }
}
