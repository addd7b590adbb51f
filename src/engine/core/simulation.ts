import { Client } from './client.ts'
import { LocalClock } from './clock.ts'
import { keyOf, mix, purpose } from './draws.ts'
import { Effect } from './effect.ts'
import { Faults } from './faults.ts'
import { Message } from './message.ts'
import { Misuse, deepFreeze } from './misuse.ts'
import { Name, Names } from './names.ts'
import { Network } from './network.ts'
import { ProgramNode, forgotten } from './program-node.ts'
import { Queue, rank } from './queue.ts'
import { Recorder } from './recorder.ts'
import { sizeOf } from './size.ts'
import { type Moment, PendingCall, RunningTask } from './task.ts'
import type { Json, Ms, NodeId, Operation, Plan, RunOptions, System } from './types.ts'

/** How long a disk needs to make what was written survive a power cut. */
const syncMs = 1

/** One run while it goes on: takes what is next from the queue and lets one participant act, until nothing is left. */
export class Simulation {
  readonly plan: Plan
  readonly system: System
  readonly queue = new Queue<Message | Effect | Moment>()
  readonly recorder: Recorder
  readonly network: Network
  readonly names: Names
  readonly nodes: readonly ProgramNode[]
  readonly clients: readonly Client[]
  readonly faults: Faults
  readonly history: Operation[] = []
  readonly marks = new Map<string, number>()
  now: Ms = 0
  messages = 0
  bytes = 0
  events = 0
  calls = 0
  effects = 0
  /** A checksum of what happened when, kept at every record level. */
  order = 0
  /** The effect whose line is looked for, when a run is repeated after a misuse. */
  readonly watched: number
  watchedEffect: Effect | undefined = undefined
  /** Who acts at the moment. */
  active: ProgramNode | undefined = undefined
  readonly #freeze: boolean
  readonly #places = new Map<string, number>()
  readonly #addressed: boolean
  /** How many messages the present step has sent to each participant, so that each has draws of its own. */
  readonly #stepOfTarget: Int32Array
  readonly #sentToTarget: Int32Array
  #step = 0

  constructor(system: System, plan: Plan, options: RunOptions, watched: number) {
    const count = plan.nodes.length + plan.clients.length
    this.plan = plan
    this.system = system
    this.watched = watched
    this.#freeze = options.freeze ?? false
    this.recorder = new Recorder(options.record ?? 'none', plan.nodes.length)
    this.names = new Names(count * count)
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
    this.#addressed = this.recorder.tracing || this.faults.aimed
    this.#stepOfTarget = new Int32Array(count)
    this.#sentToTarget = new Int32Array(count)
  }

  /** Runs to the end; answers why it ended. */
  run(budget: number): 'quiet' | 'until' | 'budget' {
    for (const node of this.nodes) if (node.planned.absent !== true) this.boot(node, -1)
    this.#schedule()
    const { queue } = this
    const { until } = this.plan
    for (;;) {
      const entry = queue.pop()
      if (entry === undefined) return 'quiet'
      if (queue.time > until) return 'until'
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
        const task = entry.task!
        this.order = mix(this.order ^ this.now, task.path)
        this.#wake(entry, task)
      }
    }
  }

  /** The node comes up: its program is called, then its `start`. */
  boot(node: ProgramNode, cause: number): void {
    node.up = true
    node.boots++
    node.busyUntil = this.now
    this.recorder.cause = this.recorder.life('boot', this.now, node.id, cause)
    this.#begin(node, mix(mix(this.plan.seed, keyOf(node.id)), node.boots))
    node.handlers = new Map(Object.entries(this.system.program(node)))
    const start = node.handlers.get('start')
    if (start !== undefined) this.#settle(node, start(undefined, node.id), undefined, 'start')
    this.#end(node)
  }

  send(node: ProgramNode, to: NodeId, name: string, args: unknown, call: number): void {
    const place = this.nodeOf(to).place
    if (this.#stepOfTarget[place] !== this.#step) {
      this.#stepOfTarget[place] = this.#step
      this.#sentToTarget[place] = 0
    }
    const path = mix(mix(node.path, place), ++this.#sentToTarget[place]!)
    this.post(node.place, place, this.names.of(name), args, call, false, path, this.recorder.cause)
  }

  /** Puts a message on its way. */
  post(
    from: number,
    to: number,
    name: Name,
    args: unknown,
    call: number,
    isReply: boolean,
    path: number,
    cause: number,
  ): void {
    if (this.#freeze) deepFreeze(args)
    const bytes = sizeOf(args)
    const message = new Message(from, to, name, args, call, isReply, mix(path, name.key), bytes)
    if (from !== to) {
      this.messages++
      this.bytes += bytes
    }
    if (this.#addressed) {
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

  mark(node: ProgramNode, name: string): void {
    this.marks.set(name, (this.marks.get(name) ?? 0) + 1)
    if (this.recorder.tracing) this.recorder.text('mark', this.now, node.id, name, undefined)
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
      const path = mix(this.plan.seed, keyOf(fault.id))
      this.queue.push(fault.at, rank.fault, {
        kind: 'moment',
        path,
        isOver: never,
        act: () => this.faults.strike(fault),
      })
    }
    for (const op of this.plan.ops) {
      const client = this.clients[this.placeOf(op.client) - this.nodes.length]!
      const path = mix(this.plan.seed, keyOf(op.id))
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
    if (this.faults.aimed && this.faults.meets(message)) return
    if (message.to >= this.nodes.length) {
      const client = this.clients[message.to - this.nodes.length]!
      const cause = recorder.tracing
        ? recorder.message('receive', now, client.id, message, message.cause)
        : -1
      return client.receive(message, cause)
    }
    const node = this.nodes[message.to]!
    if (!node.up || (message.servedIn !== 0 && message.servedIn !== node.boots)) {
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
    this.#handle(node, message)
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

  #handle(node: ProgramNode, message: Message): void {
    this.#begin(node, message.path)
    if (message.isReply) {
      this.#answered(node, message)
    } else {
      const name = message.name.text
      const handler = node.handlers.get(name)
      if (handler === undefined) throw noHandler(node, name)
      this.#settle(node, handler(message.args, this.nameOf(message.from)), message, name)
    }
    this.#end(node)
  }

  /** What a handler gave back: an answer, or a generator that will. */
  #settle(node: ProgramNode, result: unknown, message: Message | undefined, name: string): void {
    if (typeof result === 'object' && result !== null) {
      const { next, then } = result as { readonly next?: unknown; readonly then?: unknown }
      if (typeof then === 'function') {
        throw new Misuse(
          `The handler ${name} of ${node.id} returned a promise: write *${name}(...) with yield*, not async and await.`,
        )
      }
      if (typeof next === 'function') {
        const generator = result as Iterator<unknown, unknown, unknown>
        return this.#advance(new RunningTask(node, generator, message, node.path), undefined)
      }
    }
    if (message !== undefined) this.#reply(node, message, result)
  }

  /** Lets a task go on until it waits again or returns. */
  #advance(task: RunningTask, value: unknown): void {
    const { node } = task
    const { value: yielded, done } = task.generator.next(value)
    if (done === true) {
      if (task.message !== undefined) this.#reply(node, task.message, yielded)
      return
    }
    if (!(yielded instanceof Effect)) {
      throw new Misuse(
        `A task of ${node.id} yielded ${typeof yielded}: only yield* node.sleep, sync, call or quorum waits.`,
      )
    }
    if (!yielded.started) {
      throw new Misuse(
        `Write yield* node.${yielded.kind}(...), with the star: a plain yield hands over the wait, not its result.`,
        yielded.serial,
      )
    }
    this.#wait(task, yielded)
  }

  #wait(task: RunningTask, effect: Effect): void {
    const { node } = task
    const { kind } = effect
    task.waits++
    effect.task = task
    effect.turn = task.waits
    effect.cause = this.recorder.cause
    if (kind === 'sync') effect.disk = node.disk
    if (kind === 'sleep' || kind === 'sync') {
      const ms = kind === 'sync' ? syncMs : node.clock.duration(effect.ms)
      this.queue.push(this.now + ms, rank.timer, effect)
      return
    }
    const call = ++this.calls
    const pending = new PendingCall(task, effect, call)
    task.pending = pending
    node.calls.set(call, pending)
    for (const to of effect.to) this.send(node, to, effect.name, effect.args, call)
    if (effect.need > effect.to.length || effect.need <= 0) this.queue.push(this.now, rank.timer, effect)
    else if (effect.ms >= 0) this.queue.push(this.now + node.clock.duration(effect.ms), rank.timer, effect)
  }

  #wake(effect: Effect, task: RunningTask): void {
    const { node } = task
    if (node.paused) {
      node.backlog.push(effect)
      return
    }
    const type = effect.kind === 'sync' ? 'sync' : 'timer'
    if (this.recorder.tracing) this.recorder.cause = this.recorder.life(type, this.now, node.id, effect.cause)
    this.#begin(node, mix(task.path, task.waits))
    task.path = node.path
    if (effect.kind === 'sync') node.synced = effect.disk
    this.#advance(task, task.pending === undefined ? undefined : this.#close(task.pending))
    this.#end(node)
  }

  #answered(node: ProgramNode, message: Message): void {
    const pending = node.calls.get(message.call)
    if (pending === undefined) return
    const from = this.nameOf(message.from)
    if (pending.replies.some((reply) => reply.from === from)) return
    pending.replies.push({ ok: true, from, value: message.args })
    if (pending.replies.length < pending.effect.need) return
    const { task } = pending
    // The wait is over before its time: the timer that stays in the queue must not find it.
    task.path = node.path = mix(task.path, task.waits++)
    this.#advance(task, this.#close(pending))
  }

  /** The wait is over: what came, and who was silent. */
  #close(pending: PendingCall): unknown {
    const { task, effect, replies } = pending
    const { to, need, kind } = effect
    task.node.calls.delete(pending.call)
    task.pending = undefined
    if (replies.length < need) {
      const reason = need > to.length ? 'unavailable' : 'timeout'
      for (const from of to) {
        if (!replies.some((reply) => reply.from === from)) replies.push({ ok: false, from, reason })
      }
    }
    return kind === 'call' ? replies[0] : replies
  }

  #reply(node: ProgramNode, message: Message, value: unknown): void {
    if (message.call === 0) return
    const path = mix(message.path, purpose.reply)
    this.post(
      node.place,
      message.from,
      message.name.reply,
      value,
      message.call,
      true,
      path,
      this.recorder.cause,
    )
  }

  /** A step of one node begins; all its draws are keyed by `path`. */
  #begin(node: ProgramNode, path: number): void {
    this.active = node
    this.#step++
    node.path = path
    node.draws = 0
  }

  /** The step is over: what it spawned begins, what it forgot is an error, what it changed is remembered. */
  #end(node: ProgramNode): void {
    if (node.waiting !== undefined) throw forgotten(node.waiting)
    while (node.spawned.length > 0) {
      const path = (node.path = mix(node.path, purpose.spawn))
      this.#settle(node, node.spawned.shift()!(), undefined, 'spawn')
      node.path = path
      if (node.waiting !== undefined) throw forgotten(node.waiting)
    }
    if (this.#freeze) {
      deepFreeze(node.memory)
      deepFreeze(node.disk)
    }
    this.recorder.state(node.place, node)
    this.active = undefined
  }
}

const never = () => false

function noHandler(node: ProgramNode, name: string): Misuse {
  const known = [...node.handlers.keys()].join(', ')
  return new Misuse(`${node.id} was sent '${name}' and has no handler of that name. It has: ${known}.`)
}
