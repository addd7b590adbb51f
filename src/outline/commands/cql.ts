import type { Op } from '#engine/core/types.ts'
import type { RingOptions } from '#engine/ring/options.ts'
import type { StatementStep } from './steps.ts'

/** The table, and what the plan's options make of it. */
export function setUp(options: RingOptions, node: string): readonly StatementStep[] {
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

/** One operation of a plan, as CQL or as what follows `nodetool`. */
export function statementOf(op: Op, options: RingOptions): Omit<StatementStep, 'expected'> {
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

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
