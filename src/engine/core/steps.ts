import { drawKeyOf, mix, purpose } from './draws.ts'
import { Effect } from './effect.ts'
import type { Message, Post } from './message.ts'
import { Misuse, deepFreeze, forgotten } from './misuse.ts'
import type { Names } from './names.ts'
import type { ProgramNode } from './program-node.ts'
import { rank } from './queue.ts'
import type { Recorder } from './recorder.ts'
import { PendingCall, RunningTask } from './task.ts'
import type { DiskFate, Ms, NodeId, Plan, System } from './types.ts'
import { handlersOf, isAsync, noHandler } from './handlers.ts'

/** What steps ask of the run. */
export interface StepsRun extends Post {
  readonly now: Ms
  readonly plan: Plan
  readonly system: System
  readonly names: Names
  readonly recorder: Recorder
  readonly queue: { push(time: Ms, rank: number, effect: Effect): void }
  readonly oracle: { booted(place: number): void } | undefined
  readonly faults: { stop(node: ProgramNode, fate: DiskFate): void }
  /** Who acts at the moment. */
  active: ProgramNode | undefined
  nodeOf(id: NodeId): ProgramNode
  nameOf(place: number): string
}

/** How long a disk needs to make what was written survive a power cut. */
const syncMs = 1

/**
 * The steps of nodes. A step begins with a boot, a message or the end of a wait, runs the program until it returns or
 * waits again, and happens at one moment at one node.
 */
export class Steps {
  readonly #simulation: StepsRun
  readonly #freeze: boolean
  /** How many messages the present step has sent to each participant, so that each has draws of its own. */
  readonly #stepOfTarget: Int32Array
  readonly #sentToTarget: Int32Array
  #step = 0

  constructor(simulation: StepsRun, participants: number, freeze: boolean) {
    this.#simulation = simulation
    this.#freeze = freeze
    this.#stepOfTarget = new Int32Array(participants)
    this.#sentToTarget = new Int32Array(participants)
  }

  /** The node comes up: its program is called, then its `start`, which is told the operation that it was switched on for. */
  boot(node: ProgramNode, cause: number, how?: string): void {
    node.up = true
    node.deaf = node.ending = false
    node.boots++
    node.busyUntil = this.#simulation.now
    this.#simulation.recorder.cause = this.#simulation.recorder.life(
      'boot',
      this.#simulation.now,
      node.id,
      cause,
    )
    this.#begin(node, mix(mix(this.#simulation.plan.seed, drawKeyOf(node.id)), node.boots))
    this.#simulation.oracle?.booted(node.place)
    node.handlers = handlersOf(node, this.#simulation.system.program(node))
    const start = node.handler('start')
    if (start !== undefined) this.#settle(node, start(how, node.id), undefined, 'start')
    // What a first boot sets up was installed before the run begins: a power cut doesn't undo it.
    if (node.boots === 1) node.synced = node.disk
    this.#end(node)
  }

  send(node: ProgramNode, to: NodeId, name: string, args: unknown, call: PendingCall | undefined): void {
    const place = this.#simulation.nodeOf(to).place
    if (this.#stepOfTarget[place] !== this.#step) {
      this.#stepOfTarget[place] = this.#step
      this.#sentToTarget[place] = 0
    }
    const path = mix(mix(node.path, place), ++this.#sentToTarget[place]!)
    this.#simulation.post(
      node.place,
      place,
      this.#simulation.names.of(name),
      args,
      call,
      false,
      path,
      this.#simulation.recorder.cause,
    )
  }

  /** A message has come: an answer goes to who waits for it, anything else to the handler of its name. */
  handle(node: ProgramNode, message: Message): void {
    this.#begin(node, message.path)
    if (message.isReply) {
      this.#answered(node, message)
    } else {
      const name = message.name.text
      const handler = node.handler(name)
      if (handler === undefined) throw noHandler(node, name)
      this.#settle(node, handler(message.args, this.#simulation.nameOf(message.from)), message, name)
    }
    this.#end(node)
  }

  /** What a handler gave back: an answer, or a generator that will. */
  #settle(node: ProgramNode, result: unknown, message: Message | undefined, name: string): void {
    if (typeof result === 'object' && result !== null) {
      const { next, then } = result as { readonly next?: unknown; readonly then?: unknown }
      // Where it waited first, if it did, is the line to show: nothing else of a promise says where it came from.
      if (typeof then === 'function') throw isAsync(node, name)
      if (typeof next === 'function') {
        const generator = result as Iterator<unknown, unknown, unknown>
        return this.#advance(new RunningTask(node, generator, message, node.path), undefined)
      }
    }
    if (message !== undefined) this.#reply(node, message, result)
  }

  /** Lets a task continue until it waits again or returns. */
  #advance(task: RunningTask, value: unknown): void {
    const { node } = task
    const { value: yielded, done } = task.generator.next(value)
    if (done === true) {
      if (task.message !== undefined) this.#reply(node, task.message, yielded)
      return
    }
    if (!(yielded instanceof Effect)) {
      if (Symbol.asyncIterator in task.generator) throw isAsync(node, task.message?.name.text ?? 'start')
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
    effect.cause = this.#simulation.recorder.cause
    if (kind === 'sync') effect.disk = node.disk
    if (kind === 'until') {
      node.conditions = [...node.conditions, effect]
      if (effect.ms >= 0)
        this.#simulation.queue.push(this.#simulation.now + node.clock.duration(effect.ms), rank.timer, effect)
      return
    }
    if (kind === 'sleep' || kind === 'sync') {
      const ms = kind === 'sync' ? syncMs : node.clock.duration(effect.ms)
      this.#simulation.queue.push(this.#simulation.now + ms, rank.timer, effect)
      return
    }
    const pending = new PendingCall(task, effect)
    task.pending = pending
    try {
      for (const to of effect.to) this.send(node, to, effect.name, effect.args, pending)
    } catch (error) {
      // Nobody of that name: the line is the one where the wait was made.
      throw error instanceof Misuse ? new Misuse(error.message, effect.serial) : error
    }
    if (effect.need > effect.to.length || effect.need <= 0)
      this.#simulation.queue.push(this.#simulation.now, rank.timer, effect)
    else if (effect.ms >= 0)
      this.#simulation.queue.push(this.#simulation.now + node.clock.duration(effect.ms), rank.timer, effect)
  }

  /** The time of a wait is over. */
  wake(effect: Effect): void {
    const task = effect.task as RunningTask
    const { node } = task
    if (node.paused) {
      node.backlog.push(effect)
      return
    }
    const type = effect.kind === 'sync' ? 'sync' : 'timer'
    if (this.#simulation.recorder.tracing)
      this.#simulation.recorder.cause = this.#simulation.recorder.life(
        type,
        this.#simulation.now,
        node.id,
        effect.cause,
      )
    this.#begin(node, mix(task.path, task.waits))
    task.path = node.path
    if (effect.kind === 'sync') node.synced = effect.disk
    const value = effect.kind === 'until' ? isTrue(effect) : task.pending && this.#close(task.pending)
    if (effect.kind === 'until') node.conditions = node.conditions.filter((other) => other !== effect)
    this.#advance(task, value)
    this.#end(node)
  }

  #answered(node: ProgramNode, message: Message): void {
    const pending = message.call
    if (!(pending instanceof PendingCall) || pending.task.pending !== pending || pending.effect.isOver())
      return
    const from = this.#simulation.nameOf(message.from)
    if (pending.replies.some((reply) => reply.from === from)) return
    pending.replies.push({ ok: true, from, value: message.args })
    if (pending.replies.length < pending.effect.need) return
    const { task } = pending
    // The wait is over before its time: the timer that stays in the queue must not find it.
    task.path = node.path = mix(task.path, task.waits++)
    this.#advance(task, this.#close(pending))
  }

  /** The wait is over: what arrived, and which nodes didn't answer. */
  #close(pending: PendingCall): unknown {
    const { task, effect, replies } = pending
    const { to, need, kind } = effect
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
    if (message.call === undefined) return
    const path = mix(message.path, purpose.reply)
    this.#simulation.post(
      node.place,
      message.from,
      message.name.reply,
      value,
      message.call,
      true,
      path,
      this.#simulation.recorder.cause,
    )
  }

  #startSpawned(node: ProgramNode): boolean {
    const task = node.spawned.shift()
    if (task === undefined) return false
    const path = (node.path = mix(node.path, purpose.spawn))
    this.#settle(node, task(), undefined, 'spawn')
    node.path = path
    return true
  }

  /** Lets the first task whose condition has become true continue. */
  #meetCondition(node: ProgramNode): boolean {
    const effect = node.conditions.find(isTrue)
    const task = effect?.task as RunningTask | undefined
    if (task === undefined) return false
    node.conditions = node.conditions.filter((other) => other !== effect)
    task.path = node.path = mix(task.path, task.waits++)
    this.#advance(task, true)
    return true
  }

  /** A step of one node begins; all its draws are keyed by `path`. */
  #begin(node: ProgramNode, path: number): void {
    this.#simulation.active = node
    this.#step++
    node.path = path
    node.draws = 0
  }

  /** The step is over: what it spawned begins, what it forgot is an error, what it changed is remembered. */
  #end(node: ProgramNode): void {
    if (node.waiting !== undefined) throw forgotten(node.waiting)
    while (
      (node.spawned.length > 0 && this.#startSpawned(node)) ||
      (node.conditions.length > 0 && this.#meetCondition(node))
    ) {
      if (node.waiting !== undefined) throw forgotten(node.waiting)
    }
    if (this.#freeze) {
      deepFreeze(node.memory)
      deepFreeze(node.disk)
    }
    this.#simulation.recorder.state(node.place, node)
    this.#simulation.active = undefined
    if (node.ending) this.#simulation.faults.stop(node, 'keep')
  }
}

function isTrue(effect: Effect): boolean {
  return (effect.args as () => boolean)()
}
