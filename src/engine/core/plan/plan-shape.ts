import type { Fault, Json, Link, Network, Op, Plan, PlanClient, PlanNode } from '../types.ts'
import {
  type Shape,
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

/** A moment or a length of time of a plan, in ms: whole, from 0. */
export const ms = whole(0, limits.untilMs)

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

/** The network between all participants. */
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

/** One operation that a client asks for. */
export const op = fields<Op>({
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

/** A fault of any kind, read by the shape of what it does. */
export function fault(value: unknown, where: string, problems: Problem[]): Fault {
  const kind = (value as { readonly do?: unknown } | null)?.do
  const shape = typeof kind === 'string' ? faultShapes.get(kind) : undefined
  if (shape === undefined) {
    const expected = `one of ${[...faultShapes.keys()].join(', ')}`
    problems.push({ where: `${where}.do`, expected, received: shown(kind) })
    return undefined as never
  }
  return shape(value, where, problems) as Fault
}

/** A plan as far as each field tells alone; used-names.ts checks the rest. */
export const planShape = fields<Plan>({
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
