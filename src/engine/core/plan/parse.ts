import type { Fault, Json, Link, Network, Op, Plan, PlanClient, PlanNode, System } from '../types.ts'
import {
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
import type { Problem } from '../types/problem.ts'

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
/** A name. Addresses such as `A>B write#3` are taken apart at their `>`, so that no name has one. */
const id: Shape<string> = (value, where, problems) => {
  const name = text(limits.idLength)(value, where, problems)
  if (typeof name === 'string' && name.includes('>'))
    problems.push({ where, expected: 'no >', received: shown(value) })
  return name
}
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
const faultShapes: ReadonlyMap<string, Shape<unknown>> = new Map(
  Object.entries({
    crash: fields({
      ...entry,
      do: oneOf('crash'),
      node: id,
      disk: oneOf('keep', 'kill', 'lose-unsynced', 'wipe'),
    }),
    restart: onNode,
    pause: onNode,
    resume: onNode,
    clock: fields({ ...entry, do: oneOf('clock'), of: id, clock }),
    cut,
    mend: cut,
    drop: onMessage,
    duplicate: onMessage,
    hold: onMessage,
  } satisfies Record<string, Shape<unknown>>),
)

function addressed(value: unknown, where: string, problems: Problem[]): string {
  if (typeof value === 'string' && /^[^>]+>\S+ .+#\d+$/.test(value)) return value
  problems.push({ where, expected: "a message such as 'A>B write#3'", received: shown(value) })
  return ''
}

function fault(value: unknown, where: string, problems: Problem[]): Fault {
  const kind = (value as { readonly do?: unknown } | null)?.do
  const shape = typeof kind === 'string' ? faultShapes.get(kind) : undefined
  if (shape === undefined) {
    const expected = `one of ${[...faultShapes.keys()].join(', ')}`
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

/** What a plan may ask for: the operations of its system, and what their arguments may say. */
export type Asks = Pick<System, 'operations' | 'misasked'>

const anyAsks: Asks = { operations: [] }

/** Everything that is wrong with what should be a plan: nothing for a good one. */
export function problemsOf(value: unknown, asks: Asks = anyAsks): readonly Problem[] {
  const problems: Problem[] = []
  const plan = shape(value, 'plan', problems)
  return problems.length > 0 ? problems : crossChecks(plan, asks)
}

/**
 * The plan in a value that came from a file or a link.
 * @throws PlanError that lists all that is wrong: where, expected, received
 */
export function parsePlan(value: unknown, asks: Asks = anyAsks): Plan {
  const problems: Problem[] = []
  const plan = shape(value, 'plan', problems)
  const all = problems.length > 0 ? problems : crossChecks(plan, asks)
  if (all.length > 0) throw new PlanError(all)
  return plan
}

/**
 * The plan with one operation or fault more. The plan was parsed before, so that the new entry alone is looked at: a plan
 * of hundreds of entries is built word by word.
 * @throws PlanError that lists all that is wrong with the entry
 */
export function withEntry(plan: Plan, kind: 'ops' | 'faults', entry: unknown, asks: Asks): Plan {
  const problems: Problem[] = []
  const where = `plan.${kind}[${plan[kind].length}]`
  ms(plan.until, 'plan.until', problems)
  if (plan[kind].length >= limits.entries) {
    const received = `${limits.entries + 1}`
    problems.push({ where: `plan.${kind}`, expected: `a list of 0 to ${limits.entries} entries`, received })
  }
  const parsed = kind === 'ops' ? op(entry, where, problems) : fault(entry, where, problems)
  if (problems.length === 0) {
    const check = new UsedNames(plan, asks, problems)
    check.once([...plan.ops, ...plan.faults, parsed], 'plan.ops and plan.faults')
    if (kind === 'ops') check.op(parsed as Op, where)
    else check.fault(parsed as Fault, where)
  }
  if (problems.length > 0) throw new PlanError(problems)
  return { ...plan, [kind]: [...plan[kind], parsed] }
}

/** What no field can tell alone: names that are used twice, or that nobody bears. */
function crossChecks(plan: Plan, asks: Asks): readonly Problem[] {
  const problems: Problem[] = []
  const check = new UsedNames(plan, asks, problems)
  check.once([...plan.nodes, ...plan.clients], 'plan.nodes and plan.clients')
  check.once([...plan.ops, ...plan.faults], 'plan.ops and plan.faults')
  check.ends(plan)
  plan.ops.forEach((one, index) => check.op(one, `plan.ops[${index}]`))
  plan.faults.forEach((one, index) => check.fault(one, `plan.faults[${index}]`))
  return problems
}

/** Who is there in a plan, and whether entries name only them. */
class UsedNames {
  readonly #nodes: ReadonlySet<string>
  readonly #clients: ReadonlySet<string>
  readonly #asks: Asks
  readonly #problems: Problem[]

  constructor(plan: Plan, asks: Asks, problems: Problem[]) {
    this.#nodes = new Set(plan.nodes.map((one) => one.id))
    this.#clients = new Set(plan.clients.map((one) => one.id))
    this.#asks = asks
    this.#problems = problems
  }

  once(entries: readonly { readonly id: string }[], where: string): void {
    const seen = new Set<string>()
    const twice = entries.find(({ id }) => seen.size === seen.add(id).size)
    this.#need(twice === undefined, where, 'every id once', twice?.id)
  }

  /** The nodes that clients are near, and the ends of links. */
  ends({ clients, nodes, net }: Plan): void {
    const datacentres = new Set(nodes.map(({ datacentre }) => datacentre))
    clients.forEach(({ near }, index) => {
      if (near !== undefined) this.#isNode(near, `plan.clients[${index}].near`)
    })
    net.links?.forEach(({ from, to }, index) => {
      for (const end of [from, to]) if (!datacentres.has(end)) this.#isAnyone(end, `plan.net.links[${index}]`)
    })
  }

  op(one: Op, where: string): void {
    const clients = `a client: ${[...this.#clients].join(', ')}`
    this.#need(this.#clients.has(one.client), `${where}.client`, clients, one.client)
    if (one.coordinator !== undefined) this.#isNode(one.coordinator, `${where}.coordinator`)
    const { operations, misasked } = this.#asks
    const known = operations.length === 0 || operations.includes(one.do)
    this.#need(known, `${where}.do`, `one of ${operations.join(', ')}`, one.do)
    if (known && misasked !== undefined) this.#problems.push(...misasked(one, where))
  }

  fault(one: Fault, where: string): void {
    if ('node' in one) this.#isNode(one.node, `${where}.node`)
    if ('of' in one) this.#isAnyone(one.of, `${where}.of`)
    if ('from' in one) for (const name of [...one.from, ...one.to]) this.#isAnyone(name, where)
  }

  #isNode(name: string, where: string): void {
    this.#need(this.#nodes.has(name), where, `a node: ${[...this.#nodes].join(', ')}`, name)
  }

  #isAnyone(name: string, where: string): void {
    const known = this.#nodes.has(name) || this.#clients.has(name)
    this.#need(known, where, 'a node or a client of this plan', name)
  }

  #need(ok: boolean, where: string, expected: string, value: unknown): void {
    if (!ok) this.#problems.push({ where, expected, received: shown(value) })
  }
}
