import { seesEndAlone } from '../checks/check.ts'
import { restOf } from '../checks/rest.ts'
import { between, drawKeyOf, mix, unit } from '../core/draws.ts'
import { run } from '../core/run.ts'
import type { Check, Event, Fault, Ms, Op, Plan, Run, RunOptions, Scenario, System } from '../core/types.ts'
import { drain } from './search.ts'

/** How many futures are tried from how many moments of a run. */
export interface FuturesOptions {
  /** 40 when left out. */
  readonly moments?: number
  /** 200 when left out. */
  readonly futures?: number
  /** The most steps that all futures together may take: a long run gets fewer of them, and never fewer than 20. */
  readonly steps?: number
  /** What each run is given besides; `rewind` is this function's own. */
  readonly run?: Omit<RunOptions, 'rewind' | 'record'>
}

/** How often a run fails when it's rewound to a moment and played on from there with different luck. */
export interface Rewound {
  /** All that happened up to this moment stays; -1 for nothing of it. */
  readonly atMs: Ms
  /** How many of the futures break the check. */
  readonly broken: number
}

/** The curve of a failing run, and the moment at which it turned. */
export interface PointOfNoReturn {
  /** How many futures were tried from each moment. */
  readonly futures: number
  /** In order of time. The first is the beginning of the run, with nothing kept. */
  readonly curve: readonly Rewound[]
  /** The largest rise between two moments, narrowed down to one; undefined where the curve never rises. */
  readonly jump: Jump | undefined
}

/** The moment at which a run's chances turned, and what happened there. */
export interface Jump {
  /** The last moment from which it still was more likely to go well. */
  readonly before: Rewound
  /** The moment after it. */
  readonly after: Rewound
  /** The index of the event of the run's trace that lies between the two: a fault if there is one, else an answer ... */
  readonly event: number
}

/**
 * The point of no return of a run that breaks a check: for each of up to 40 moments, 200 futures that share everything up
 * to it, and how many of them break the check too. Pure: the same scenario gives the same curve.
 */
export function pointOfNoReturn(
  scenario: Scenario<System>,
  check: Check,
  options: FuturesOptions = {},
): PointOfNoReturn {
  return drain(pointOfNoReturnSteps(scenario, check, options))
}

/** {@link pointOfNoReturn} one moment at a time, so that a page can draw the curve as it grows, and stop it. */
export function* pointOfNoReturnSteps(
  scenario: Scenario<System>,
  check: Check,
  options: FuturesOptions = {},
): Generator<Rewound, PointOfNoReturn, undefined> {
  const asking = askedMoments(scenario, options)
  let asked = asking.next()
  while (asked.done !== true) {
    const { moments, futures } = asked.value
    const counts: number[] = []
    for (const atMs of moments) {
      const broken = countBroken(scenario, check, atMs, [1, futures], options.run)
      counts.push(broken)
      yield { atMs, broken }
    }
    asked = asking.next(counts)
  }
  return asked.value
}

/** What the search wants to know: of so many futures from each of these moments, how many break the check? */
export interface AskedMoments {
  readonly moments: readonly Ms[]
  readonly futures: number
}

/**
 * The search itself, which plays no future: it asks for counts, moment by moment, and the caller that plays them may share them out
 * ({@link countBroken}). First come all moments of the curve, then one at a time between the two where it turns.
 */
export function* askedMoments(
  scenario: Scenario<System>,
  options: FuturesOptions = {},
): Generator<AskedMoments, PointOfNoReturn, readonly number[]> {
  const { moments = 40, steps = 2_000_000 } = options
  const told = run(scenario, { ...options.run, record: 'trace' })
  const times = momentsOf(told)
  const chosen = spread(times, moments)
  const affordable = Math.floor(steps / (chosen.length * Math.max(1, told.counters.events)))
  const futures = Math.max(Math.min(20, options.futures ?? 200), Math.min(options.futures ?? 200, affordable))
  const counted = yield { moments: chosen, futures }
  const curve = chosen.map((atMs, index) => ({ atMs, broken: counted[index]! }))
  const rise = largestRise(curve)
  if (rise === undefined) return { futures, curve, jump: undefined }
  // Between two moments of the curve there may be more: halve until one moment is left.
  let [before, after] = rise
  for (;;) {
    const within = times.slice(times.indexOf(before.atMs) + 1, times.indexOf(after.atMs))
    if (within.length === 0) break
    const atMs = within[Math.floor(within.length / 2)]!
    const [broken = 0] = yield { moments: [atMs], futures }
    const middle = { atMs, broken }
    if (middle.broken - before.broken >= after.broken - middle.broken) after = middle
    else before = middle
  }
  return { futures, curve, jump: { before, after, event: turningEvent(told.trace, after.atMs) } }
}

/**
 * One future of a plan: what comes up to `atMs` stays. Each fault after it strikes or doesn't, each operation after it
 * comes at another time, between half of its wait and twice of it. What mends is kept. Run it with `rewind`.
 */
export function future(plan: Plan, atMs: Ms, seed: number): Plan {
  const key = (id: string) => mix(mix(drawKeyOf('future'), seed), drawKeyOf(id))
  const moved = (op: Op): Op => {
    if (op.at <= atMs) return op
    const wait = op.at - Math.max(0, atMs)
    const least = Math.max(atMs + 1, Math.max(0, atMs) + Math.ceil(wait / 2))
    const most = Math.max(0, atMs) + 2 * wait
    const isEarlier = unit(key(op.id), 1) < 0.5
    return {
      ...op,
      at: isEarlier ? between(key(op.id), 2, least, op.at) : between(key(op.id), 2, op.at, most),
    }
  }
  const ops = plan.ops.map(moved)
  const faults = plan.faults.filter(
    (fault) => fault.at <= atMs || mends(fault) || unit(key(fault.id), 3) < 0.5,
  )
  const late = Math.max(0, ...ops.map(({ at }, index) => at - plan.ops[index]!.at))
  return { ...plan, ops, faults, until: plan.until + late }
}

/** Whether a fault sets something right that another one did. */
function mends(fault: Fault): boolean {
  if (fault.do === 'clock') return fault.clock.offsetMs === 0 && (fault.clock.driftPpm ?? 0) === 0
  return fault.do === 'mend' || fault.do === 'restart' || fault.do === 'resume'
}

/** How many of a moment's futures break the check: those with the seeds from the first to the last, both included. */
export function countBroken(
  { system, plan }: Scenario<System>,
  check: Check,
  atMs: Ms,
  [first, last]: readonly [first: number, last: number],
  options: RunOptions = plainly,
): number {
  // What these see of a run is there as soon as nothing more can change it.
  const isOfTheEnd = seesEndAlone(check)
  const rested = isOfTheEnd ? restedRun({ system, plan }, options) : undefined
  // Rewound to a later moment, no future can find anything else than the run itself did.
  if (rested !== undefined && atMs > rested.atMs)
    return check(rested.run).result === 'broken' ? last - first + 1 : 0
  let broken = 0
  for (let seed = first; seed <= last; seed++) {
    const scenario = { system, plan: future(plan, atMs, seed) }
    const record = check.needs
    const untilRest = isOfTheEnd ? restOf(scenario) : undefined
    if (check(run(scenario, { ...options, record, untilRest, rewind: { atMs, seed } })).result === 'broken')
      broken++
  }
  return broken
}

interface RestedRun {
  readonly run: Run
  /** Its last event's. */
  readonly atMs: Ms
}

const plainly: RunOptions = {}

/** The run that was rested last: it's asked for moment by moment. */
let last: { of: readonly unknown[]; rested: RestedRun | undefined } = { of: [], rested: undefined }

/** The run of a plan up to where no value can change any more; undefined where nobody can tell. */
function restedRun(scenario: Scenario<System>, options: RunOptions): RestedRun | undefined {
  const of = [scenario.system, scenario.plan, options]
  if (of.every((one, index) => one === last.of[index])) return last.rested
  const untilRest = restOf(scenario)
  const played = untilRest && run(scenario, { ...options, record: 'trace', untilRest })
  last = { of, rested: played && { run: played, atMs: played.trace.at(-1)?.at ?? -1 } }
  return last.rested
}

/** -1, and every moment at which something happened. */
function momentsOf({ trace }: Run): readonly Ms[] {
  return [-1, ...new Set(trace.map(({ at }) => at))]
}

/** As many of them as are asked for, evenly, the first and the last among them. */
function spread(times: readonly Ms[], count: number): readonly Ms[] {
  if (times.length <= count) return times
  return Array.from(
    { length: count },
    (_, index) => times[Math.round((index * (times.length - 1)) / (count - 1))]!,
  )
}

function largestRise(curve: readonly Rewound[]): readonly [Rewound, Rewound] | undefined {
  let best: readonly [Rewound, Rewound] | undefined
  for (const [index, after] of curve.entries()) {
    const before = curve[index - 1]
    if (before === undefined || after.broken <= before.broken) continue
    if (best === undefined || after.broken - before.broken > best[1].broken - best[0].broken)
      best = [before, after]
  }
  return best
}

const telling: readonly Event['type'][] = [
  'fault',
  'return',
  'mark',
  'call',
  'crash',
  'boot',
  'lost',
  'note',
  'receive',
]

/** Of all that happened at a moment the event that tells most. */
function turningEvent(trace: Run['trace'], atMs: Ms): number {
  const there = trace.filter(({ at }) => at === atMs)
  for (const type of telling) {
    const found = there.find((event) => event.type === type && !(event.type === 'fault' && !event.applied))
    if (found !== undefined) return found.index
  }
  return there[0]?.index ?? 0
}
