import { onlyKnown, PlanError, shown } from './shape.ts'
import type {
  ClientId,
  Clock,
  DiskFate,
  Fault,
  Json,
  MessageAddress,
  Ms,
  Network,
  NodeId,
  Op,
  Plan,
  PlanClient,
  Scenario,
  System,
} from '../types.ts'
import { parsePlan, withEntry } from './parse.ts'

/** What a plan says besides its entries. */
export interface PlanOptions {
  readonly seed?: number
  /** Ten seconds after the last entry when left out. */
  readonly until?: Ms
  readonly clients?: readonly (ClientId | PlanClient)[]
  /** What differs from a calm network: 5 to 15 ms, in order, nothing lost. */
  readonly net?: Partial<Network>
}

/** How an operation is asked for: by which client, at which node, at which level. */
export interface Asking<Level extends string> {
  readonly via?: NodeId
  /** 'client' when left out. */
  readonly by?: ClientId
  readonly level?: Level
  /** Microseconds; only for a plan that wants a tie or an old write. */
  readonly timestamp?: number
}

/** What a write may say beside its key and value. */
export interface Writing<Level extends string> extends Asking<Level> {
  /** Seconds after which the value is gone by itself. */
  readonly ttl?: number
}

/** The network of a plan that says nothing about it. */
export const calm: Network = { order: 'link', loss: 0, duplicate: 0, latency: [5, 15] }

/**
 * A scenario that grows: every word gives a new one and leaves the old as it was, so that plans can branch.
 * `.at(ms)` moves the pen; what follows happens at that moment.
 */
export class PlanBuilder<S extends System = System, Level extends string = string> implements Scenario<S> {
  readonly system: S
  readonly plan: Plan
  readonly #time: Ms
  readonly #until: Ms | undefined
  /** What the next entry is called. */
  readonly #name: string | undefined

  constructor(system: S, plan: Plan, time: Ms, until: Ms | undefined, name?: string) {
    this.system = system
    this.plan = plan
    this.#time = time
    this.#until = until
    this.#name = name
  }

  /** @throws PlanError for what is no whole number of milliseconds from 0 up */
  at(ms: Ms): PlanBuilder<S, Level> {
    if (!Number.isInteger(ms) || ms < 0) refuse('at', 'a whole number of milliseconds', ms)
    return new PlanBuilder<S, Level>(this.system, this.plan, ms, this.#until, this.#name)
  }

  /** Names the next entry, which is else 'write 1', 'crash 2' ...; the draws of an operation are keyed by its name. */
  named(id: string): PlanBuilder<S, Level> {
    return new PlanBuilder<S, Level>(this.system, this.plan, this.#time, this.#until, id)
  }

  write(key: string, value: Json, asking: Writing<Level> = {}): PlanBuilder<S, Level> {
    return this.ask('write', { key, value }, asking)
  }

  read(key: string, asking: Asking<Level> = {}): PlanBuilder<S, Level> {
    return this.ask('read', { key }, asking)
  }

  delete(key: string, asking: Asking<Level> = {}): PlanBuilder<S, Level> {
    return this.ask('delete', { key }, asking)
  }

  /** An absent node comes in. */
  join(node: NodeId): PlanBuilder<S, Level> {
    return this.ask('join', { node }, { via: node })
  }

  leave(node: NodeId): PlanBuilder<S, Level> {
    return this.ask('leave', { node }, { via: node })
  }

  /** Repair, coordinated by a node. What `options` may say is the system's. */
  repair(node: NodeId, options: { readonly [name: string]: Json } = {}): PlanBuilder<S, Level> {
    return this.ask('repair', options, { via: node })
  }

  /** Any operation of the system by its name. */
  ask(
    name: string,
    args: { readonly [name: string]: Json },
    asking: Writing<Level> = {},
  ): PlanBuilder<S, Level> {
    if (typeof asking !== 'object') refuse(name, 'its level in an object', asking)
    const { via, by = 'client', ...more } = asking
    const op: Op = {
      id: this.#id(name),
      at: this.#time,
      client: by,
      ...(via === undefined ? {} : { coordinator: via }),
      do: name,
      args: { ...args, ...(more as { readonly [name: string]: Json }) },
    }
    const { plan, system } = this
    const known = plan.clients.some(({ id }) => id === by)
    const clients = [...plan.clients, { id: by }]
    return this.#with(known ? plan : parsePlan({ ...plan, clients }, system), 'ops', op)
  }

  crash(node: NodeId, disk: DiskFate = 'keep'): PlanBuilder<S, Level> {
    return this.#fault({ do: 'crash', node, disk })
  }

  restart(node: NodeId): PlanBuilder<S, Level> {
    return this.#fault({ do: 'restart', node })
  }

  pause(node: NodeId): PlanBuilder<S, Level> {
    return this.#fault({ do: 'pause', node })
  }

  resume(node: NodeId): PlanBuilder<S, Level> {
    return this.#fault({ do: 'resume', node })
  }

  /** Sets the clock of a node or a client. */
  clock(of: NodeId | ClientId, clock: Clock): PlanBuilder<S, Level> {
    return this.#fault({ do: 'clock', of, clock })
  }

  /** Cuts every link between the two sides. */
  cut(from: NodeId | readonly NodeId[], to: NodeId | readonly NodeId[]): PlanBuilder<S, Level> {
    return this.#fault({ do: 'cut', from: [from].flat(), to: [to].flat() })
  }

  /** Cuts what goes from one side to the other; the way back stays open. */
  cutOneWay(from: NodeId | readonly NodeId[], to: NodeId | readonly NodeId[]): PlanBuilder<S, Level> {
    return this.#fault({ do: 'cut', from: [from].flat(), to: [to].flat(), oneWay: true })
  }

  /** Mends the links between two sides; all links when none are named. */
  mend(from: NodeId | readonly NodeId[] = [], to: NodeId | readonly NodeId[] = []): PlanBuilder<S, Level> {
    return this.#fault({ do: 'mend', from: [from].flat(), to: [to].flat() })
  }

  /** Loses one message, named by its address: 'A>B write#3'. */
  drop(message: MessageAddress): PlanBuilder<S, Level> {
    return this.#fault({ do: 'drop', message })
  }

  hold(message: MessageAddress, byMs: Ms): PlanBuilder<S, Level> {
    return this.#fault({ do: 'hold', message, byMs })
  }

  duplicate(message: MessageAddress, byMs: Ms = 0): PlanBuilder<S, Level> {
    return this.#fault({ do: 'duplicate', message, byMs })
  }

  #fault(what: { readonly do: string; readonly [name: string]: unknown }): PlanBuilder<S, Level> {
    const fault = { id: this.#id(what.do), at: this.#time, ...what } as unknown as Fault
    return this.#with(this.plan, 'faults', fault)
  }

  #with(before: Plan, kind: 'ops' | 'faults', entry: Op | Fault): PlanBuilder<S, Level> {
    const until = this.#until ?? Math.max(before.until, this.#time + 10_000)
    const plan = withEntry({ ...before, until }, kind, entry, this.system)
    return new PlanBuilder<S, Level>(this.system, plan, this.#time, this.#until)
  }

  /** 'write 1', 'write 2', ...: stays the same when another entry goes. */
  #id(what: string): string {
    if (this.#name !== undefined) return this.#name
    const used = new Set([...this.plan.ops, ...this.plan.faults].map(({ id }) => id))
    let number = 1
    while (used.has(`${what} ${number}`)) number++
    return `${what} ${number}`
  }
}

/** @throws PlanError */
function refuse(where: string, expected: string, given: unknown): never {
  throw new PlanError([{ where, expected, received: shown(given) }])
}

/** An empty plan of a system: `plan(ring({ nodes: ['A', 'B', 'C'] })).at(500).write('k', 'v', { level: 'QUORUM' })`. */
export function plan<O, Level extends string>(
  system: System<O, Level>,
  options: PlanOptions = {},
): PlanBuilder<System<O, Level>, Level> {
  if (typeof system?.program !== 'function') refuse('plan', 'a system', system)
  onlyKnown('plan', options, ['seed', 'until', 'clients', 'net'])
  const { seed = 1, until, clients = [], net = {} } = options
  const empty: Plan = {
    v: 1,
    system: system.name,
    seed,
    until: until ?? 10_000,
    nodes: system.nodes,
    clients: clients.map((client) => (typeof client === 'string' ? { id: client } : client)),
    net: { ...calm, ...net },
    options: system.options as unknown as Json,
    ops: [],
    faults: [],
  }
  return new PlanBuilder<System<O, Level>, Level>(system, parsePlan(empty, system), 0, until)
}
