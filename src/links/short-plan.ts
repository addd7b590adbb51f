import type { Fault, Json, Network, Op, Plan, PlanClient, PlanNode } from '#engine/core/types.ts'

/**
 * A plan as a link holds it: what most plans have in common is left out, entries are told apart by their place, and
 * times are steps from the entry before. Every field that is left out means what it means in {@link usual}.
 */
export interface ShortPlan {
  /** The system. */
  readonly s: string
  /** The seed, where it isn't 1. */
  readonly e?: number
  /** The end, where it isn't {@link usual}.restMs after the last entry. */
  readonly u?: number
  /** The nodes: a text stands for a node that is nothing but its name. */
  readonly n: readonly (string | PlanNode)[]
  /** The clients: a text for nothing but a name, a pair for a name and the node that it's near. */
  readonly c?: readonly (string | readonly [string, string] | PlanClient)[]
  /** What the network has besides the usual. */
  readonly t?: Partial<Network>
  readonly o?: Json
  readonly p?: readonly ShortOp[]
  readonly f?: readonly ShortFault[]
}

/**
 * Milliseconds since the entry before, what, places of client and coordinator (from 1; 0 for none), arguments, name.
 * The name is left out where it's the usual one ("write 2"), and 1 where it's that of the key.
 */
type ShortOp = readonly [
  sinceMs: number,
  what: string,
  client: number,
  coordinator: number,
  args: ShortArgs,
  id?: string | 1,
]
/** Of arguments that are no more than key, value and level: these in a list, null for what isn't there. */
type ShortArgs =
  | readonly [key: string, value?: string | null, level?: string]
  | { readonly [name: string]: Json | undefined }
  | Json
/** Milliseconds since the entry before, what, all else, name. */
type ShortFault = readonly [sinceMs: number, what: string, more: Json, id?: string]

const usual = { seed: 1, restMs: 10_000, order: 'link', loss: 0, duplicate: 0 } as const

/** The plan in short; undefined where the short form wouldn't give exactly this plan again. */
export function shorten(plan: Plan): ShortPlan | undefined {
  const { order, loss, duplicate, ...net } = plan.net
  const client = (id: string) => plan.clients.findIndex((one) => one.id === id) + 1
  const node = (id: string | undefined) => plan.nodes.findIndex((one) => one.id === id) + 1
  const ops = shortened(plan.ops, ({ id: _, at: _at, do: what, client: asks, coordinator, args }, since) => [
    since,
    what,
    client(asks),
    node(coordinator),
    shortArgs(args) as Json,
  ])
  const faults = shortened(plan.faults, ({ id: _, at: _at, do: what, ...more }, since) => [
    since,
    what,
    more as unknown as Json,
  ])
  const short: ShortPlan = {
    s: plan.system,
    ...(plan.seed !== usual.seed && { e: plan.seed }),
    ...(plan.until !== lastOf(plan) + usual.restMs && { u: plan.until }),
    n: plan.nodes.map((one) => (Object.keys(one).length === 1 ? one.id : one)),
    ...(plan.clients.length > 0 && { c: plan.clients.map(shortClient) }),
    t: {
      ...net,
      ...(order !== usual.order && { order }),
      ...(loss !== usual.loss && { loss }),
      ...(duplicate !== usual.duplicate && { duplicate }),
    },
    ...(!isEmptyRecord(plan.options) && { o: plan.options }),
    ...(ops.length > 0 && { p: ops as unknown as readonly ShortOp[] }),
    ...(faults.length > 0 && { f: faults as unknown as readonly ShortFault[] }),
  }
  return isSame(lengthen(short), plan) ? short : undefined
}

/**
 * The plan of a short form, unread: it came from outside, and the plan's own parser is the judge of what this gives.
 * @throws TypeError for what isn't of the shape at all
 */
export function lengthen(short: ShortPlan): unknown {
  const { s, e = usual.seed, n, c = [], t = {}, o = {}, p = [], f = [] } = short
  const nodes = n.map((one) => (typeof one === 'string' ? { id: one } : one))
  const clients = c.map((one) =>
    typeof one === 'string'
      ? { id: one }
      : Array.isArray(one)
        ? { id: one[0] as string, near: one[1] as string }
        : one,
  ) as readonly PlanClient[]
  const ops = lengthened(p, ([, what, client, coordinator, given, named], usualId, at) => {
    const args = longArgs(given)
    return {
      id: named === 1 ? (args as { readonly key?: string }).key : (named ?? usualId),
      at,
      client: clients[client - 1]?.id,
      ...(coordinator !== 0 && { coordinator: nodes[coordinator - 1]?.id }),
      do: what,
      args,
    }
  })
  const faults = lengthened(f, ([, what, more, named], usualId, at) => ({
    id: named ?? usualId,
    at,
    do: what,
    ...(more as object),
  }))
  const last = lastOf({ ops, faults } as unknown as Plan)
  return {
    v: 1,
    system: s,
    seed: e,
    until: short.u ?? last + usual.restMs,
    nodes,
    clients,
    net: { order: usual.order, loss: usual.loss, duplicate: usual.duplicate, ...t },
    options: o,
    ops,
    faults,
  }
}

function shortClient(client: PlanClient): string | readonly [string, string] | PlanClient {
  const names = Object.keys(client).join()
  if (names === 'id') return client.id
  return names === 'id,near' || names === 'near,id' ? [client.id, client.near!] : client
}

function lastOf({ ops, faults }: Pick<Plan, 'ops' | 'faults'>): number {
  return [...ops, ...faults].reduce((last, { at }) => Math.max(last, at), 0)
}

function shortened<Entry extends Op | Fault>(
  entries: readonly Entry[],
  tuple: (entry: Entry, sinceMs: number) => readonly Json[],
): readonly (readonly Json[])[] {
  const usualId = names()
  let before = 0
  return entries.map((entry) => {
    const [since, what, ...more] = tuple(entry, entry.at - before)
    before = entry.at
    return [since!, what!, ...more, ...shortId(entry, usualId(entry.do))]
  })
}

function lengthened<Tuple extends ShortOp | ShortFault>(
  tuples: readonly Tuple[],
  entry: (tuple: Tuple, id: string, at: number) => unknown,
): readonly { readonly at: number }[] {
  const usualId = names()
  let at = 0
  return tuples.map((tuple) => {
    at += tuple[0]
    return entry(tuple, usualId(tuple[1]), at) as { readonly at: number }
  })
}

function shortId(entry: Op | Fault, usualId: string): readonly Json[] {
  if (entry.id === usualId) return []
  const args = 'args' in entry ? (entry.args as { readonly key?: Json } | null) : null
  return [args?.key === entry.id ? 1 : entry.id]
}

const plainArgs = ['key', 'key,value', 'key,level', 'key,value,level']

function shortArgs(args: Json): ShortArgs {
  if (typeof args !== 'object' || args === null || !plainArgs.includes(Object.keys(args).join())) return args
  const { key, value, level } = args as { readonly [name: string]: Json | undefined }
  if (![key, value ?? '', level ?? ''].every((part) => typeof part === 'string')) return args
  if (level !== undefined) return [key, value ?? null, level] as ShortArgs
  return (value === undefined ? [key] : [key, value]) as ShortArgs
}

function longArgs(args: ShortArgs): Json {
  if (!Array.isArray(args)) return args as Json
  const [key, value = null, level] = args as readonly Json[]
  return { key: key!, ...(value !== null && { value }), ...(level !== undefined && { level }) }
}

/** The name that an entry has when nobody names it: "write 1", "write 2". */
function names(): (what: string) => string {
  const counts = new Map<string, number>()
  return (what) => {
    const count = (counts.get(what) ?? 0) + 1
    counts.set(what, count)
    return `${what} ${count}`
  }
}

function isEmptyRecord(value: Json): boolean {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0
  )
}

/** The same as JSON, whatever the order of fields. */
export function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null)
    return Object.is(one, other)
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const names = Object.keys(one)
  return (
    names.length === Object.keys(other).length &&
    names.every(
      (name) =>
        Object.hasOwn(other, name) &&
        isSame((one as Record<string, unknown>)[name], (other as Record<string, unknown>)[name]),
    )
  )
}
