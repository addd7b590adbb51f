import { LocalClock } from './clock.ts'
import { mix, purpose, unit } from './draws.ts'
import { Effect, type EffectKind } from './effect.ts'
import { forgotten, Misuse } from './misuse.ts'
import { shown } from './plan/shape.ts'
import type { Message } from './message.ts'
import type { Handler, Json, Ms, Node, NodeId, Plan, PlanNode, Reply, System, Task } from './types.ts'

/** What a node asks of the run that it's in. */
export interface NodeRun {
  readonly now: Ms
  readonly plan: Plan
  readonly system: System
  readonly oracle: { changed(): void } | undefined
  readonly steps: {
    send(node: ProgramNode, to: NodeId, name: string, args: unknown, call: undefined): void
  }
  /** How many effects have been made; the one whose line is looked for, once it's made. */
  effects: number
  readonly watched: number
  watchedEffect: Effect | undefined
  drawKey(path: number): number
  note(node: ProgramNode, text: string, data: Json | undefined): void
  mark(node: ProgramNode, name: string, data: Json | undefined): void
}

const nobody: readonly NodeId[] = []

/** A node as its program sees it ({@link Node}), and what the engine keeps about it. */
export class ProgramNode implements Node {
  readonly id: NodeId
  readonly others: readonly NodeId[]
  readonly options: unknown
  memory: any = undefined // eslint-disable-line @typescript-eslint/no-explicit-any -- reason: typed by the system
  disk: any = undefined // eslint-disable-line @typescript-eslint/no-explicit-any -- reason: typed by the system

  /** Its number among the participants of the run. */
  readonly place: number
  readonly planned: PlanNode
  readonly clock: LocalClock
  up = false
  paused = false
  /** It takes answers alone: what others ask doesn't reach it. (See `listen`.) */
  deaf = false
  /** Its process ends when the present step is over. */
  ending = false
  /** How often it has booted; what belongs to an earlier boot is dead. */
  boots = 0
  handlers: { readonly [name: string]: Handler } = {}
  /** What of `disk` survives a power cut. */
  synced: unknown = undefined
  /** Waits for something to become true here. */
  conditions: readonly Effect[] = []
  /** What arrived while the node was paused. */
  readonly backlog: (Message | Effect)[] = []
  /** When it has served all that waits. */
  busyUntil: Ms = 0
  /** An effect that was made and not yet yielded. */
  waiting: Effect | undefined = undefined
  readonly spawned: (() => Task<void>)[] = []
  /** The key of the present step, and how many draws it has made. */
  path = 0
  draws = 0

  readonly #simulation: NodeRun

  constructor(simulation: NodeRun, planned: PlanNode, place: number, clock: LocalClock) {
    this.#simulation = simulation
    this.planned = planned
    this.id = planned.id
    this.place = place
    this.clock = clock
    this.options = simulation.system.options
    this.others = simulation.plan.nodes.filter(({ id }) => id !== planned.id).map(({ id }) => id)
  }

  /** What its program does under this name; undefined for one that it doesn't know. */
  handler(name: string): Handler | undefined {
    return Object.hasOwn(this.handlers, name) ? this.handlers[name] : undefined
  }

  now(): Ms {
    return this.clock.read(this.#simulation.now)
  }

  /** The true time, for what watches a run from outside: no program has it, and {@link Node} doesn't tell of it. */
  elapsed(): Ms {
    return this.#simulation.now
  }

  timestamp(): number {
    return this.clock.timestamp(this.#simulation.now)
  }

  random(): number {
    return unit(this.#simulation.drawKey(mix(this.path, ++this.draws)), purpose.random)
  }

  pick<T>(from: readonly T[]): T {
    if (from.length === 0)
      throw new Misuse('node.pick was given an empty list: it can only pick from something.')
    return from[Math.floor(this.random() * from.length)]!
  }

  send(to: NodeId, name: string, args: unknown): void {
    this.#simulation.steps.send(this, to, name, args, undefined)
  }

  call(to: NodeId, name: string, args: unknown, timeout: Ms = -1): Task<Reply> {
    return this.#effect('call', timeout, [to], 1, name, args) as Task<Reply>
  }

  quorum(
    to: readonly NodeId[],
    need: number,
    name: string,
    args: unknown,
    timeout: Ms = -1,
  ): Task<readonly Reply[]> {
    return this.#effect('quorum', timeout, to, need, name, args) as Task<readonly Reply[]>
  }

  sleep(ms: Ms): Task<void> {
    if (typeof ms !== 'number' || !(ms >= 0))
      throw new Misuse(`node.sleep takes milliseconds from 0 up; it was given ${shown(ms)}.`)
    return this.#effect('sleep', Math.floor(ms), nobody, 0, '', undefined) as Task<void>
  }

  until(condition: () => boolean, timeout: Ms = -1): Task<boolean> {
    return this.#effect('until', timeout, nobody, 0, '', condition) as Task<boolean>
  }

  sync(): Task<void> {
    return this.#effect('sync', 0, nobody, 0, '', undefined) as Task<void>
  }

  spawn(task: () => Task<void>): void {
    this.spawned.push(task)
  }

  listen(open: boolean): void {
    if (this.deaf !== open) return
    this.deaf = !open
    this.#simulation.oracle?.changed()
  }

  halt(why: string): void {
    this.#simulation.note(this, why, undefined)
    this.ending = true
  }

  note(text: string, data?: Json): void {
    this.#simulation.note(this, text, data)
  }

  mark(name: string, data?: Json): void {
    this.#simulation.mark(this, name, data)
  }

  #effect(
    kind: EffectKind,
    ms: Ms,
    to: readonly NodeId[],
    need: number,
    name: string,
    args: unknown,
  ): Task<unknown> {
    const effect = new Effect(kind, this, ++this.#simulation.effects, ms, to, need, name, args)
    if (effect.serial === this.#simulation.watched) this.#simulation.watchedEffect = originOf(effect)
    if (this.waiting !== undefined) throw forgotten(this.waiting)
    this.waiting = effect
    return effect as unknown as Task<unknown>
  }
}

function originOf(effect: Effect): Effect {
  effect.origin = new Error('made here')
  return effect
}
