import { Client } from './client.ts'
import { LocalClock } from './clock.ts'
import { drawKeyOf, mix } from './draws.ts'
import { Effect } from './effect.ts'
import { Faults } from './faults.ts'
import { type Caller, Message, type Post } from './message.ts'
import { Misuse, deepFreeze } from './misuse.ts'
import { Name, Names } from './names.ts'
import { Network } from './network.ts'
import { Oracle } from './oracle.ts'
import { ProgramNode } from './program-node.ts'
import { Queue, rank } from './queue.ts'
import { Recorder } from './recorder.ts'
import { sizeOf } from './size.ts'
import { Steps } from './steps.ts'
import type { Moment } from './task.ts'
import type { Json, Ms, NodeId, Operation, Plan, Rest, Rewind, RunOptions, System } from './types.ts'

/** One run in progress: takes what's next from the queue and lets one participant act, until nothing is left. */
export class Simulation implements Post {
  readonly plan: Plan
  readonly system: System
  readonly queue = new Queue<Message | Effect | Moment>()
  readonly recorder: Recorder
  readonly network: Network
  readonly names: Names
  readonly nodes: readonly ProgramNode[]
  readonly clients: readonly Client[]
  readonly faults: Faults
  readonly steps: Steps
  /** Tells nodes who is up, for systems that want it told. */
  readonly oracle: Oracle | undefined
  readonly history: Operation[] = []
  readonly marks = new Map<string, number>()
  now: Ms = 0
  messages = 0
  bytes = 0
  events = 0
  asking = 0
  answeredAt: Ms = 0
  effects = 0
  /** A checksum of what happened when, kept at every record level. */
  order = 0
  /** The effect whose line is looked for, when a run is repeated after a misuse. */
  readonly watched: number
  watchedEffect: Effect | undefined = undefined
  /** Who acts at the moment. */
  active: ProgramNode | undefined = undefined
  readonly #freeze: boolean
  readonly #rewind: Rewind | undefined
  readonly #rest: Rest | undefined
  readonly #places = new Map<string, number>()

  constructor(system: System, plan: Plan, options: RunOptions, watched: number) {
    const count = plan.nodes.length + plan.clients.length
    this.plan = plan
    this.system = system
    this.watched = watched
    this.#freeze = options.freeze ?? false
    this.#rewind = options.rewind
    this.#rest = options.untilRest
    this.recorder = new Recorder(options.record ?? 'none', plan.nodes.length)
    const aims = plan.faults.flatMap((fault) => ('message' in fault ? [fault.message] : []))
    this.names = new Names(count * count, aims)
    this.network = new Network(this, plan)
    this.nodes = plan.nodes.map(
      (node, place) => new ProgramNode(this, node, place, this.#clock(place, count, node)),
    )
    this.clients = plan.clients.map((client, index) => {
      const place = plan.nodes.length + index
      return new Client(this, client, place, this.#clock(place, count, client))
    })
    for (const { id, place } of [...this.nodes, ...this.clients]) this.#places.set(id, place)
    this.faults = new Faults(this)
    if (system.oracleMs !== undefined) this.oracle = new Oracle(this, system.oracleMs)
    this.steps = new Steps(this, count, options.freeze ?? false)
  }

  /** Runs to the end; answers why it ended. */
  run(budget: number): 'quiet' | 'until' | 'budget' {
    for (const node of this.nodes) if (node.planned.absent !== true) this.steps.boot(node, -1)
    this.#schedule()
    const { queue } = this
    const { until } = this.plan
    const rest = this.#rest
    for (;;) {
      const entry = queue.pop()
      if (entry === undefined) return 'quiet'
      if (queue.time > until) return 'until'
      if (rest !== undefined && this.asking === 0 && this.#isOver(rest)) return 'until'
      if (entry.kind !== 'message' && entry.isOver()) continue
      if (++this.events > budget) return 'budget'
      this.now = queue.time
      if (entry.kind === 'message') {
        this.order = mix(this.order ^ this.now, entry.path)
        this.#deliver(entry)
      } else if (entry.kind === 'moment') {
        this.order = mix(this.order ^ this.now, entry.path)
        entry.act()
      } else {
        this.order = mix(this.order ^ this.now, entry.task!.path)
        this.steps.wake(entry)
      }
    }
  }

  /** Whether what's next can change nothing of what's looked at. It needs no look at every step. */
  #isOver({ afterMs, slackMs, pauseMs, isAtRest }: Rest): boolean {
    const { time } = this.queue
    if (pauseMs === 0 ? this.events % 8 !== 0 : time - this.now < pauseMs) return false
    return time > Math.max(afterMs, this.answeredAt) + slackMs && isAtRest(this.nodes)
  }

  /** Whether the moment is in another future than the plan's own. */
  get isRewound(): boolean {
    return this.#rewind !== undefined && this.now > this.#rewind.atMs
  }

  /** What a draw is keyed by: its path, and in another future that future's seed as well. */
  drawKey(path: number): number {
    return this.isRewound ? mix(path, this.#rewind!.seed) : path
  }

  /** Puts a message on its way. */
  post(
    from: number,
    to: number,
    name: Name,
    args: unknown,
    call: Caller | undefined,
    isReply: boolean,
    path: number,
    cause: number,
  ): void {
    if (this.#freeze) deepFreeze(args)
    // To weigh messages takes long, and a run that ends at rest isn't asked for it.
    const bytes = this.#rest === undefined ? sizeOf(args) : 0
    const message = new Message(from, to, name, args, call, isReply, mix(path, name.key), bytes)
    if (from !== to) {
      this.messages++
      this.bytes += bytes
    }
    if (this.recorder.tracing || name.isAimedAt) {
      const sender = this.nameOf(from)
      message.address = name.nextAddress(
        from * (this.nodes.length + this.clients.length) + to,
        sender,
        this.nameOf(to),
      )
      if (this.recorder.tracing)
        message.cause = this.recorder.message('send', this.now, sender, message, cause)
    }
    this.network.send(message)
  }

  note(node: ProgramNode, text: string, data: Json | undefined): void {
    if (this.recorder.tracing) this.recorder.text('note', this.now, node.id, text, data)
  }

  mark(node: ProgramNode, name: string, data: Json | undefined): void {
    this.marks.set(name, (this.marks.get(name) ?? 0) + 1)
    if (this.recorder.tracing) this.recorder.text('mark', this.now, node.id, name, data)
  }

  nodeOf(id: NodeId): ProgramNode {
    const node = this.nodes[this.#places.get(id) ?? -1]
    if (node !== undefined) return node
    const known = this.nodes.map((other) => other.id).join(', ')
    throw new Misuse(`There is no node ${JSON.stringify(id) ?? String(id)}. This plan has ${known}.`)
  }

  /** The number of a participant; -1 for nobody. */
  placeOf(id: string): number {
    return this.#places.get(id) ?? -1
  }

  nameOf(place: number): string {
    return place < this.nodes.length ? this.nodes[place]!.id : this.clients[place - this.nodes.length]!.id
  }

  clockOf(place: number): LocalClock {
    return place < this.nodes.length
      ? this.nodes[place]!.clock
      : this.clients[place - this.nodes.length]!.clock
  }

  #clock(
    place: number,
    count: number,
    planned: { readonly clock?: { offsetMs: Ms; driftPpm?: number } },
  ): LocalClock {
    const clock = new LocalClock(place, count)
    if (planned.clock !== undefined) clock.set(planned.clock, 0)
    return clock
  }

  #schedule(): void {
    for (const fault of this.plan.faults) {
      const path = mix(this.plan.seed, drawKeyOf(fault.id))
      this.queue.push(fault.at, rank.fault, {
        kind: 'moment',
        path,
        isOver: never,
        act: () => this.faults.strike(fault),
      })
    }
    for (const op of this.plan.ops) {
      const client = this.clients[this.placeOf(op.client) - this.nodes.length]!
      const path = mix(this.plan.seed, drawKeyOf(op.id))
      this.queue.push(op.at, rank.operation, {
        kind: 'moment',
        path,
        isOver: never,
        act: () => client.start(op),
      })
    }
  }

  #deliver(message: Message): void {
    const { now, recorder } = this
    if (message.from !== message.to && this.network.isCut(message)) {
      return recorder.lost(now, this.nameOf(message.to), message, 'cut')
    }
    if (message.name.isAimedAt && this.faults.meets(message)) return
    if (message.to >= this.nodes.length) {
      const client = this.clients[message.to - this.nodes.length]!
      const cause = recorder.tracing
        ? recorder.message('receive', now, client.id, message, message.cause)
        : -1
      return client.receive(message, cause)
    }
    const node = this.nodes[message.to]!
    if (
      !node.up ||
      (node.deaf && !this.#reachesDeaf(message)) ||
      (message.servedIn !== 0 && message.servedIn !== node.boots)
    ) {
      return recorder.lost(now, node.id, message, 'down')
    }
    if (node.paused) {
      if (node.backlog.length >= (node.planned.queue ?? Infinity))
        return recorder.lost(now, node.id, message, 'full')
      node.backlog.push(message)
      return
    }
    if (node.planned.serviceMs !== undefined && message.servedIn === 0) return this.#queueUp(node, message)
    if (recorder.tracing) recorder.cause = recorder.message('receive', now, node.id, message, message.cause)
    this.steps.handle(node, message)
  }

  /** A deaf node hears answers, itself, and what an operator commands. */
  #reachesDeaf({ isReply, from, to, name }: Message): boolean {
    if (isReply || from === to) return true
    return from >= this.nodes.length && this.system.client.patient?.includes(name.text) === true
  }

  /** A busy node serves one message after the other; who finds the queue full is turned away. */
  #queueUp(node: ProgramNode, message: Message): void {
    const { serviceMs = 0, queue = Infinity } = node.planned
    const start = Math.max(this.now, node.busyUntil)
    if (serviceMs > 0 && Math.ceil((start - this.now) / serviceMs) > queue) {
      return this.recorder.lost(this.now, node.id, message, 'full')
    }
    node.busyUntil = start + serviceMs
    message.servedIn = node.boots
    this.queue.push(node.busyUntil, rank.delivery, message)
  }
}

const never = () => false
