import { PlanError } from '../core/plan/shape.ts'
import type { Problem } from '../core/types/problem.ts'
import { run } from '../core/run.ts'
import type { Json, Ms, Plan, RecordLevel, Run, Scenario, System } from '../core/types.ts'
import type { ReplicaSetSettings } from '../replica-set/options.ts'
import { replicaSet } from '../replica-set/replica-set.ts'
import type { RingSettings } from '../ring/options.ts'
import '../ring/gossip.ts'
import { ring } from '../ring/system.ts'
// What each has stored decides which writes were lost.
import '../replica-set/stored.ts'
import '../ring/stored.ts'
import { figuresOf, type Figures } from './counts.ts'

/**
 * How the two are set up. What is left out is the plan's own for its system and the usual for the other, but for the
 * drivers' patience (2 s, one more attempt) and the ring's gossip, which the two then have alike. An operation without a
 * level is asked as each database is shipped: ONE and last write wins; w: majority, read concern local, the primary.
 */
export interface DuelOptions {
  readonly ring?: RingSettings
  readonly replicaSet?: ReplicaSetSettings
  /** What the two runs record; 'none' when left out. */
  readonly record?: RecordLevel
  /** A client that waits longer isn't served at once ({@link Figures}); 1,000 when left out. */
  readonly patienceMs?: Ms
}

/** One of the two: the scenario that it ran, what happened, and what that was in figures. */
export interface Contestant {
  readonly scenario: Scenario<System>
  readonly run: Run
  readonly figures: Figures
}

/** One line of the table: one figure of both. */
export interface DuelRow {
  readonly figure: string
  readonly ring: number | null
  readonly replicaSet: number | null
}

/** One plan played on both databases, and what it came to on each. */
export interface Duel {
  readonly ring: Contestant
  readonly replicaSet: Contestant
  readonly table: readonly DuelRow[]
}

/** What means the same to both; all else would be asked of one alone. */
const operations: readonly string[] = ['read', 'write', 'delete']
const faults: readonly string[] = ['crash', 'restart', 'pause', 'resume', 'clock', 'cut', 'mend']

/**
 * Drivers that are equally patient and learn alike, whatever the plan's own options say of them: after 2 s (the Java
 * driver's for Cassandra) they ask another node, and for half a minute they avoid one that didn't answer, or look for the
 * new primary. The ring finds out by gossip which node is down, as the set does by heartbeats: the figures are to tell the
 * databases apart, not their set-up.
 */
const alike = { clientTimeoutMs: 2_000, clientRetries: 1 } as const
const ringAlike = { membership: 'gossip', clientAvoidMs: 30_000, ...alike } as const

/**
 * One list of operations and faults, run on both databases: the same nodes, clients, network, seed and times; a level
 * (`ONE`, `QUORUM` ...) means to the replica set what the table `translations` says, and never quite the same. The node
 * that an operation names is the ring's coordinator; of the set it is asked first, and may send the client to its
 * primary.
 *
 * `duel(plan(ring()).at(500).write('k', 'v', { level: 'QUORUM' })).table`
 *
 * @throws PlanError for an operation or a fault that means nothing to one of the two: where, expected, received
 */
export function duel(planned: Plan | { readonly plan: Plan }, options: DuelOptions = {}): Duel {
  const plan = 'plan' in planned ? planned.plan : planned
  refuseStrange(plan)
  const own = (system: string) => (plan.system === system ? (plan.options as object) : {})
  const { nodes } = plan
  const first = ring({ ...own('ring'), ...ringAlike, ...options.ring, nodes })
  const second = replicaSet({ ...own('replica-set'), ...alike, ...options.replicaSet, nodes })
  const contestants = { ring: contest(first, plan, options), replicaSet: contest(second, plan, options) }
  return { ...contestants, table: tableOf(contestants.ring.figures, contestants.replicaSet.figures) }
}

function contest(system: System, plan: Plan, { record = 'none', patienceMs }: DuelOptions): Contestant {
  const options = system.options as Json
  const scenario = { system, plan: { ...plan, system: system.name, options } }
  const made = run(scenario, { record })
  if (made.error !== undefined) throw made.error
  return { scenario, run: made, figures: figuresOf(made, patienceMs) }
}

/** Messages and bytes aren't compared: they're those of two models, not of the databases. */
const rows: readonly (readonly [figure: string, of: (figures: Figures) => number | undefined])[] = [
  ['some client unserved (at most to the end), ms', ({ unavailableMs }) => unavailableMs],
  ['... its writes, ms', ({ unavailableForWritesMs }) => unavailableForWritesMs],
  ['... its reads, ms', ({ unavailableForReadsMs }) => unavailableForReadsMs],
  ['no client served, ms', ({ unavailableToAllMs }) => unavailableToAllMs],
  ['lost acknowledged writes', ({ lostWrites }) => lostWrites],
  ['stale reads', ({ staleReads }) => staleReads],
  ['answered', ({ answered }) => answered],
  ['refused', ({ refused }) => refused],
  ['unknown', ({ unanswered }) => unanswered],
  ['half of the answers within, ms', ({ p50Ms }) => p50Ms],
  ['99 of 100 answers within, ms', ({ p99Ms }) => p99Ms],
]

/** One line for each figure of both. */
export function tableOf(ring: Figures, set: Figures): readonly DuelRow[] {
  return rows.map(([figure, of]) => ({ figure, ring: of(ring) ?? null, replicaSet: of(set) ?? null }))
}

function refuseStrange({ ops, faults: planned }: Plan): void {
  const problems: Problem[] = []
  for (const op of ops) {
    if (operations.includes(op.do)) continue
    const expected = `one of ${operations.join(', ')}: what both databases know`
    problems.push({ where: `plan.ops, "${op.id}"`, expected, received: op.do })
  }
  for (const fault of planned) {
    if (faults.includes(fault.do)) continue
    const expected = `one of ${faults.join(', ')}: messages have other names in each database`
    problems.push({ where: `plan.faults, "${fault.id}"`, expected, received: fault.do })
  }
  if (problems.length > 0) throw new PlanError(problems)
}
