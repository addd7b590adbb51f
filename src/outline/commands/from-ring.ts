import { answer } from '#engine/core/answer.ts'
import { scenarioOf } from '#engine/core/registry.ts'
import { run } from '#engine/core/run.ts'
import type { NodeId, Ms, Op, Plan, Run } from '#engine/core/types.ts'
import { ringOptions, type RingOptions, type RingSettings } from '#engine/ring/options.ts'
import { setUp, statementOf } from './cql.ts'
import { shortened, slowed, type Shortened } from './shorten.ts'
import type { Commands, Refused, StatementStep, Step } from './steps.ts'
import { faultStep, longestMs, unsureAt } from './times.ts'

/** The version of Cassandra that the commands are for, and were tried with. */
const cassandraVersion = '5.0.5'

/**
 * How long a real node may take to come back, beside the model's moment: a plan with its hours as minutes is also played
 * with these, and a line whose answer hangs on it isn't promised.
 */
const slowMs: readonly Ms[] = [30_000, 90_000]

/** A plan of the ring as CQL and nodetool, or why it can't be. One of hours or days has its hours as minutes. */
export function fromRing(given: Plan): Commands | Refused {
  const own = ringOptions({ ...(given.options as RingSettings), nodes: given.nodes })
  const refused = [...reasonsOf(given, own)]
  if (refused.length > 0) return { refused }
  const short = given.until > longestMs ? shortened(given, own, longestMs) : undefined
  const { plan, options } = short ?? { plan: given, options: own }
  const result = run(scenarioOf(plan), { record: 'trace' })
  const answers = (made: Run) => new Map(plan.ops.map(({ id }) => [id, answer(made, id)]))
  const told = answers(result)
  if (short !== undefined) {
    const before = answers(run(scenarioOf(given)))
    const others = plan.ops.filter(({ id }) => before.get(id) !== told.get(id)).map(({ id }) => `“${id}”`)
    if (others.length > 0)
      return { refused: [`it lasts ${lengthText(given.until)}, and with its hours as minutes the model answers ${others.join(' and ')} otherwise`] } // prettier-ignore
  }
  const slow = short === undefined ? [] : slowMs.map((ms) => answers(run(scenarioOf(slowed(plan, ms)))))
  const nodes = plan.nodes.map(({ id }) => id)
  const steps: Step[] = [...setUp(options, nodes[0]!)]
  let at = 0
  const entries = [...plan.ops, ...plan.faults, ...purgesOf(plan, result)]
  for (const entry of entries.toSorted((a, b) => a.at - b.at)) {
    if (entry.at - at >= 2000) steps.push({ do: 'wait', seconds: Math.round((entry.at - at) / 1000) })
    at = entry.at
    if ('purges' in entry) steps.push(...compaction(entry.purges))
    else if ('args' in entry) {
      const expected = toldOf(entry, told.get(entry.id)!)
      const hangs = slow.some((one) => one.get(entry.id) !== told.get(entry.id))
      const unsure = hangs
        ? 'it depends on how long the nodes take to start'
        : unsureAt(plan, entry.at, expected)
      steps.push({ ...statementOf(entry, options), expected, ...(unsure === undefined ? {} : { unsure }) })
    } else steps.push(faultStep(entry, nodes)!)
  }
  return {
    system: 'cassandra',
    version: cassandraVersion,
    nodes,
    hints: options.hints,
    ...(short === undefined ? {} : { hintWindowMs: options.hintWindowMs, divisor: short.divisor }),
    steps,
    notes: [...notesOf(options), ...(short === undefined ? [] : shortNotes(own, short))],
  }
}

/** Whether the plan's network does what a network of containers on one machine doesn't. */
function hasOddLinks({ net: { links = [], loss = 0, duplicate = 0 } }: Plan): boolean {
  return loss > 0 || duplicate > 0 || links.length > 0
}

/** When the model compacts by itself because a tombstone may go; a real node would do so some day. */
interface Purge {
  readonly at: Ms
  readonly purges: NodeId
}

function purgesOf(plan: Plan, { trace }: Run): readonly Purge[] {
  const asked = plan.ops.filter(({ do: what }) => what === 'compact')
  const purges = new Map<string, Purge>()
  for (const event of trace) {
    if (event.type !== 'mark' || event.text !== 'tombstone purged') continue
    const { at, node } = event
    if (asked.some((op) => op.coordinator === node && op.at <= at && at - op.at < 5_000)) continue
    purges.set(`${node} ${at}`, { at, purges: node })
  }
  return [...purges.values()]
}

function compaction(node: NodeId): readonly StatementStep[] {
  const base = { do: 'command', node, expected: 'acknowledged' } as const
  return [
    { ...base, id: `${node} flushes`, text: 'flush shop kv' },
    { ...base, id: `${node} compacts`, text: 'compact shop kv' },
  ]
}

function shortNotes(own: RingOptions, { divisor, options }: Shortened): readonly string[] {
  return [
    `Hours are minutes: every wait is divided by ${divisor}, and so are Cassandra's own times.`,
    `max_hint_window is ${options.hintWindowMs} ms in place of ${lengthText(own.hintWindowMs)}, gc_grace_seconds ${options.gcGraceSeconds} in place of ${own.gcGraceSeconds}.`,
    'What doesn’t shrink: how long a node takes to start and to be noticed, and the 10 s after which hints are looked at.',
    'The model gives the same answers to the long plan and to the short one.',
  ]
}

function* reasonsOf(plan: Plan, options: RingOptions): Generator<string> {
  if (plan.nodes.some(({ absent }) => absent === true)) yield 'a node joins while it runs'
  if (typeof options.replicas !== 'number') yield 'it has several datacentres'
  if (options.background > 0) yield 'it has a background of rows that nobody writes'
  if (options.membership === 'gossip')
    yield 'its nodes find out by themselves who’s down, and the answers before that depend on when they do'
  if (hasOddLinks(plan)) yield 'its links are slow, or lose or repeat messages, which Docker’s don’t'
  for (const { id, do: what } of plan.ops)
    if (!['write', 'read', 'delete', 'repair', 'compact', 'flush'].includes(what))
      yield `“${id}” is ${what}, which has no single command`
  const nodes = plan.nodes.map(({ id }) => id)
  for (const fault of plan.faults)
    if (faultStep(fault, nodes) === undefined)
      yield `“${fault.id}” is a ${fault.do}${fault.do === 'cut' ? ' of single lines' : ''}, which Docker can’t do to a whole node`
}

/** A command of nodetool answers with its exit code alone. */
function toldOf({ do: what }: Op, told: string): string {
  return ['write', 'read', 'delete'].includes(what) || told === 'refused' ? told : 'acknowledged'
}

function notesOf(options: RingOptions): readonly string[] {
  return [
    'The dynamic snitch is off, so that a coordinator that stores the row asks itself first, as the model’s does.',
    'Times of writes are those of the coordinators’ clocks.',
    ...(options.hints ? [] : ['Hints are off (hinted_handoff_enabled: false).']),
    ...(options.tokens === 1 ? [] : ['The tokens are the real nodes’ own, so other nodes may store a key.']),
  ]
}

function lengthText(ms: number): string {
  const hours = ms / 3_600_000
  return hours >= 48
    ? `${Math.round(hours / 24)} days`
    : hours >= 2
      ? `${Math.round(hours)} hours`
      : `${Math.round(ms / 60_000)} minutes`
}
