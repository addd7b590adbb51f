import { answer } from '#engine/core/answer.ts'
import { scenarioOf } from '#engine/core/registry.ts'
import { run } from '#engine/core/run.ts'
import type { Op, Plan } from '#engine/core/types.ts'
import { ringOptions, type RingOptions, type RingSettings } from '#engine/ring/options.ts'
import type { Commands, Refused, StatementStep, Step } from './steps.ts'
import { faultStep, longestMs, unsureAt } from './times.ts'

export const cassandraVersion = '5.0.5'

/** A plan of the ring as CQL and nodetool, or why it can't be. */
export function fromRing(plan: Plan): Commands | Refused {
  const options = ringOptions({ ...(plan.options as RingSettings), nodes: plan.nodes })
  const refused = [...reasonsOf(plan, options)]
  if (refused.length > 0) return { refused }
  const nodes = plan.nodes.map(({ id }) => id)
  const result = run(scenarioOf(plan))
  const steps: Step[] = [...setUp(options, nodes[0]!)]
  let at = 0
  for (const entry of [...plan.ops, ...plan.faults].toSorted((a, b) => a.at - b.at)) {
    if (entry.at - at >= 2000) steps.push({ do: 'wait', seconds: Math.round((entry.at - at) / 1000) })
    at = entry.at
    if ('args' in entry) {
      const expected = toldOf(entry, answer(result, entry.id))
      const unsure = unsureAt(plan, entry.at, expected)
      steps.push({ ...statementOf(entry, options), expected, ...(unsure === undefined ? {} : { unsure }) })
    } else steps.push(faultStep(entry, nodes)!)
  }
  return {
    system: 'cassandra',
    version: cassandraVersion,
    nodes,
    hints: options.hints,
    steps,
    notes: notesOf(options),
  }
}

function* reasonsOf(plan: Plan, options: RingOptions): Generator<string> {
  if (plan.until > longestMs) yield `it lasts ${lengthText(plan.until)}`
  if (plan.nodes.some(({ absent }) => absent === true)) yield 'a node joins while it runs'
  if (typeof options.replicas !== 'number') yield 'it has several datacentres'
  if (options.background > 0) yield 'it has a background of rows that nobody writes'
  if (options.membership === 'gossip') yield 'its nodes find out by themselves who is down, in their own time'
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

/** The table, and what the plan's options make of it. */
function setUp(options: RingOptions, node: string): readonly StatementStep[] {
  const table = [`read_repair='${options.readRepair}'`, `gc_grace_seconds=${options.gcGraceSeconds}`]
  const base = { do: 'statement', node, level: 'ALL', expected: 'acknowledged' } as const
  const replication = `{'class': 'SimpleStrategy', 'replication_factor': ${String(options.replicas)}}`
  return [
    { ...base, id: 'keyspace', text: `CREATE KEYSPACE shop WITH replication = ${replication}` },
    {
      ...base,
      id: 'Cassandra table',
      text: `CREATE TABLE shop.kv (k text PRIMARY KEY, value text) WITH ${table.join(' AND ')}`,
    },
  ]
}

function statementOf(op: Op, options: RingOptions): Omit<StatementStep, 'expected'> {
  const args = (op.args ?? {}) as Asked
  const node = op.coordinator!
  const key = quoted(String(args.key ?? ''))
  const level = args.level ?? (op.do === 'read' ? options.read : options.write)
  const using = [
    ...(args.timestamp === undefined ? [] : [`TIMESTAMP ${args.timestamp}`]),
    ...(args.ttl === undefined ? [] : [`TTL ${args.ttl}`]),
  ]
  const usingText = using.length === 0 ? '' : ` USING ${using.join(' AND ')}`
  const base = { id: op.id, node }
  switch (op.do) {
    case 'write':
      return {
        ...base, do: 'statement', level,
        text: `UPDATE shop.kv${usingText} SET value = ${quoted(String(args.value))} WHERE k = ${key}`,
      } // prettier-ignore
    case 'delete':
      return { ...base, do: 'statement', level, text: `DELETE FROM shop.kv${usingText} WHERE k = ${key}` }
    case 'read':
      return { ...base, do: 'statement', level, text: `SELECT value FROM shop.kv WHERE k = ${key}` }
    case 'repair':
      return { ...base, do: 'command', text: repairText(args) }
    default:
      return { ...base, do: 'command', text: `${op.do} shop kv` }
  }
}

/** In this model a repair is full unless it says otherwise; nodetool's own default is the other way round. */
function repairText({ incremental, ranges, preview, force, range }: Asked): string {
  const flags = [
    incremental === true ? '' : '--full',
    ranges === 'primary' ? '-pr' : '',
    preview === true ? '--preview' : '',
    force === true ? '--force' : '',
    range === undefined ? '' : `-st ${range.left} -et ${range.right}`,
  ].filter((flag) => flag !== '')
  return ['repair', ...flags, 'shop kv'].join(' ')
}

interface Asked {
  readonly key?: string
  readonly value?: string
  readonly level?: string
  readonly timestamp?: number
  readonly ttl?: number
  readonly incremental?: boolean
  readonly ranges?: string
  readonly preview?: boolean
  readonly force?: boolean
  readonly range?: { readonly left: string; readonly right: string }
}

function notesOf(options: RingOptions): readonly string[] {
  return [
    'The dynamic snitch is off, so that a coordinator that stores the row asks itself first, as the model’s does.',
    'Times of writes are those of the coordinators’ clocks.',
    ...(options.hints ? [] : ['Hints are off (hinted_handoff_enabled: false).']),
    ...(options.tokens === 1 ? [] : ['The tokens are the real nodes’ own, so other nodes may store a key.']),
  ]
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

function lengthText(ms: number): string {
  const hours = ms / 3_600_000
  return hours >= 48
    ? `${Math.round(hours / 24)} days`
    : hours >= 2
      ? `${Math.round(hours)} hours`
      : `${Math.round(ms / 60_000)} minutes`
}
