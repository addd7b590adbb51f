import type { Fault, Json, Link, Network, Op, Plan, PlanClient, PlanNode } from '../types.ts'
import {
  type Problem,
  type Shape,
  PlanError,
  anything,
  fields,
  flag,
  listOf,
  maybe,
  numberFrom,
  oneOf,
  orElse,
  shown,
  text,
  whole,
} from './shape.ts'

/** What a plan may ask of a browser. */
export const limits = {
  nodes: 200,
  clients: 100,
  entries: 5_000,
  /** 366 days. */
  untilMs: 366 * 24 * 3600 * 1000,
  idLength: 60,
} as const

const ms = whole(0, limits.untilMs)
const id = text(limits.idLength)
const clock = fields<{ offsetMs: number; driftPpm?: number }>({
  offsetMs: whole(-limits.untilMs, limits.untilMs),
  driftPpm: maybe(numberFrom(-500_000, 500_000)) as Shape<number>,
})
const latency: Shape<readonly [number, number]> = (value, where, problems) => {
  const pair = listOf(ms, 2, 2)(value, where, problems) as readonly [number, number] | undefined
  if (pair !== undefined && pair[0] > pair[1]) {
    problems.push({ where, expected: 'the least time before the greatest', received: shown(value) })
  }
  return pair as readonly [number, number]
}
const chance = numberFrom(0, 1)
const bytesPerMs = maybe(numberFrom(0.001, 1e9)) as Shape<number>

const node = fields<PlanNode>({
  id,
  datacentre: maybe(id) as Shape<string>,
  rack: maybe(id) as Shape<string>,
  absent: maybe(flag) as Shape<boolean>,
  clock: maybe(clock) as Shape<{ offsetMs: number }>,
  serviceMs: maybe(ms) as Shape<number>,
  queue: maybe(whole(0, 1_000_000)) as Shape<number>,
})

const client = fields<PlanClient>({
  id,
  near: maybe(id) as Shape<string>,
  clock: maybe(clock) as Shape<{ offsetMs: number }>,
})

const net = fields<Network>({
  order: orElse(oneOf('link', 'any'), 'link'),
  loss: orElse(chance, 0),
  duplicate: orElse(chance, 0),
  latency,
  bytesPerMs,
  links: maybe(
    listOf(
      fields<Link>({
        from: id,
        to: id,
        latency: maybe(latency) as Shape<readonly [number, number]>,
        bytesPerMs,
        loss: maybe(chance) as Shape<number>,
      }),
      0,
      limits.entries,
    ),
  ) as Shape<readonly Link[]>,
})

const op = fields<Op>({
  id,
  at: ms,
  client: id,
  coordinator: maybe(id) as Shape<string>,
  do: id,
  args: anything,
})

const ids = listOf(id, 0, limits.nodes + limits.clients)
const entry = { id, at: ms }
const cut = fields({ ...entry, do: oneOf('cut', 'mend'), from: ids, to: ids, oneWay: maybe(flag) })
const onNode = fields({ ...entry, do: oneOf('restart', 'pause', 'resume'), node: id })
const onMessage = fields({
  ...entry,
  do: oneOf('drop', 'duplicate', 'hold'),
  message: addressed,
  byMs: maybe(ms),
})
const faultShapes: { readonly [kind: string]: Shape<unknown> } = {
  crash: fields({ ...entry, do: oneOf('crash'), node: id, disk: oneOf('keep', 'lose-unsynced', 'wipe') }),
  restart: onNode,
  pause: onNode,
  resume: onNode,
  clock: fields({ ...entry, do: oneOf('clock'), of: id, clock }),
  cut,
  mend: cut,
  drop: onMessage,
  duplicate: onMessage,
  hold: onMessage,
}

function addressed(value: unknown, where: string, problems: Problem[]): string {
  if (typeof value === 'string' && /^[^>]+>\S+ .+#\d+$/.test(value)) return value
  problems.push({ where, expected: "a message such as 'A>B write#3'", received: shown(value) })
  return ''
}

function fault(value: unknown, where: string, problems: Problem[]): Fault {
  const kind = (value as { readonly do?: unknown } | null)?.do
  const shape = typeof kind === 'string' ? faultShapes[kind] : undefined
  if (shape === undefined) {
    const expected = `one of ${Object.keys(faultShapes).join(', ')}`
    problems.push({ where: `${where}.do`, expected, received: shown(kind) })
    return undefined as never
  }
  return shape(value, where, problems) as Fault
}

const shape = fields<Plan>({
  v: oneOf(1),
  system: id,
  seed: whole(0, 2 ** 32 - 1),
  until: ms,
  nodes: listOf(node, 1, limits.nodes),
  clients: listOf(client, 0, limits.clients),
  net,
  options: anything as Shape<Json>,
  ops: listOf(op, 0, limits.entries),
  faults: listOf(fault, 0, limits.entries),
})

/** Everything that is wrong with what should be a plan: nothing for a good one. */
export function problemsOf(value: unknown, operations: readonly string[] = []): readonly Problem[] {
  const problems: Problem[] = []
  const plan = shape(value, 'plan', problems)
  return problems.length > 0 ? problems : crossChecks(plan, operations)
}

/**
 * The plan in a value that came from a file or a link.
 * @throws PlanError that lists all that is wrong: where, expected, received
 */
export function parsePlan(value: unknown, operations: readonly string[] = []): Plan {
  const problems: Problem[] = []
  const plan = shape(value, 'plan', problems)
  const all = problems.length > 0 ? problems : crossChecks(plan, operations)
  if (all.length > 0) throw new PlanError(all)
  return plan
}

/** What no field can tell alone: names that are used twice, or that nobody bears. */
function crossChecks(plan: Plan, operations: readonly string[]): readonly Problem[] {
  const problems: Problem[] = []
  const nodes = new Set(plan.nodes.map((one) => one.id))
  const clients = new Set(plan.clients.map((one) => one.id))
  const datacentres = new Set(plan.nodes.map(({ datacentre }) => datacentre))
  const need = (ok: boolean, where: string, expected: string, value: unknown) => {
    if (!ok) problems.push({ where, expected, received: shown(value) })
  }
  const isNode = (name: string, where: string) =>
    need(nodes.has(name), where, `a node: ${[...nodes].join(', ')}`, name)
  const isAnyone = (name: string, where: string) =>
    need(nodes.has(name) || clients.has(name), where, 'a node or a client of this plan', name)
  const once = (names: readonly string[], where: string) => {
    const twice = names.find((name, index) => names.indexOf(name) !== index)
    need(twice === undefined, where, 'every id once', twice)
  }
  once(
    [...plan.nodes, ...plan.clients].map((one) => one.id),
    'plan.nodes and plan.clients',
  )
  once(
    [...plan.ops, ...plan.faults].map((one) => one.id),
    'plan.ops and plan.faults',
  )
  plan.clients.forEach(({ near }, index) => near !== undefined && isNode(near, `plan.clients[${index}].near`))
  plan.net.links?.forEach(({ from, to }, index) => {
    for (const end of [from, to]) {
      if (!datacentres.has(end)) isAnyone(end, `plan.net.links[${index}]`)
    }
  })
  plan.ops.forEach((one, index) => {
    const where = `plan.ops[${index}]`
    need(clients.has(one.client), `${where}.client`, `a client: ${[...clients].join(', ')}`, one.client)
    if (one.coordinator !== undefined) isNode(one.coordinator, `${where}.coordinator`)
    const known = operations.length === 0 || operations.includes(one.do)
    need(known, `${where}.do`, `one of ${operations.join(', ')}`, one.do)
  })
  plan.faults.forEach((one, index) => {
    const where = `plan.faults[${index}]`
    if ('node' in one) isNode(one.node, `${where}.node`)
    if ('of' in one) isAnyone(one.of, `${where}.of`)
    if ('from' in one) for (const name of [...one.from, ...one.to]) isAnyone(name, where)
  })
  return problems
}
