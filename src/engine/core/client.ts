import type { LocalClock } from './clock.ts'
import { between, drawKeyOf, mix, purpose } from './draws.ts'
import type { Caller, Message, Post } from './message.ts'
import type { Names } from './names.ts'
import type { ProgramNode } from './program-node.ts'
import { rank } from './queue.ts'
import type { Recorder } from './recorder.ts'
import type { Moment } from './task.ts'
import type {
  Driver,
  Json,
  Ms,
  NodeId,
  Op,
  Operation,
  Plan,
  PlanClient,
  Seat,
  System,
  Waiting,
} from './types.ts'

/** What a client asks of the run. */
export interface ClientRun extends Post {
  readonly now: Ms
  readonly plan: Plan
  readonly system: System
  readonly nodes: readonly ProgramNode[]
  readonly names: Names
  readonly recorder: Recorder
  readonly history: Operation[]
  readonly queue: { push(time: Ms, rank: number, moment: Moment): void }
  readonly steps: { boot(node: ProgramNode, cause: number, how: string): void }
  /** How many operations still wait for an answer, of all clients; reads aren't counted, since they change nothing. */
  asking: number
  /** When the last of them had its answer, or was given up. */
  answeredAt: Ms
  nodeOf(id: NodeId): ProgramNode
}

/** An operation on its way: the record is filled in when a definite answer comes. */
interface Open extends Waiting {
  readonly record: { -readonly [Field in keyof Operation]: Operation[Field] }
  readonly args: Json
  readonly path: number
  /** Its answer decides where to ask next. */
  latest: Asking | undefined
  /** Who didn't answer; a driver that seeks doesn't ask them again. */
  readonly mute: NodeId[]
  mutedAt: Ms
}

/** One attempt: the answer to it carries it back. */
export interface Asking {
  readonly open: Open
}

/**
 * A client with a driver: it finds a coordinator (named by the operation, else the one it is near, else any), waits,
 * and asks another one if its policy allows. A retried write keeps its timestamp, so that doing it twice is doing it once.
 * A system may bring a driver that goes where the answers send it (see {@link Seeking}).
 */
export class Client implements Seat {
  readonly id: string
  readonly place: number
  readonly clock: LocalClock
  readonly #simulation: ClientRun
  readonly #near: NodeId | undefined
  readonly #driver: Driver | undefined
  /** Until when a coordinator that didn't answer is avoided. */
  readonly #avoided = new Map<NodeId, Ms>()

  constructor(simulation: ClientRun, planned: PlanClient, place: number, clock: LocalClock) {
    this.#simulation = simulation
    this.id = planned.id
    this.#near = planned.near
    this.place = place
    this.clock = clock
    const { seeks, retries } = simulation.system.client
    this.#driver = seeks?.driver(seeks, retries, this)
  }

  get now(): Ms {
    return this.#simulation.now
  }

  duration(ms: Ms): Ms {
    return this.clock.duration(ms)
  }

  /** The operation begins. */
  start(op: Op): void {
    const { now, recorder, system, history, plan } = this.#simulation
    if (op.do !== 'read') this.#simulation.asking++
    const record = {
      id: op.id,
      client: this.id,
      do: op.do,
      input: op.args,
      output: undefined,
      call: now,
      return: null,
    }
    history.push(record)
    const cause = recorder.client('call', now, this.id, -1, op.id, op.args)
    const stamped = system.client.stamps && isRecord(op.args) && op.args['timestamp'] === undefined
    const args = stamped
      ? { ...(op.args as object), timestamp: this.clock.timestamp(now) }
      : (this.#driver?.argsOf(op) ?? op.args)
    const path = mix(plan.seed, drawKeyOf(op.id))
    const open: Open = {
      op,
      record,
      args,
      path,
      cause,
      attempt: 0,
      maybe: false,
      latest: undefined,
      mute: [],
      mutedAt: 0,
    }
    this.ask(open)
  }

  /** An answer arrives; one that nobody waits for any more is left. */
  receive(message: Message, cause: number): void {
    const asking = message.call
    if (!isAsking(asking) || asking.open.attempt < 0) return
    const { open } = asking
    const given = (message.args ?? null) as Json
    const answer = this.#driver ? this.#driver.heard(open, given, asking === open.latest, cause) : given
    if (answer === undefined) return
    this.close(open, cause, answer)
    // A refusal says that this attempt did nothing; an earlier one that wasn't answered may have.
    const isMaybe = open.maybe || (isRecord(answer) && answer['maybe'] === true)
    if (isRecord(answer) && (answer['error'] === 'timeout' || (isMaybe && 'error' in answer))) return
    open.record.output = answer
    open.record.return = this.now
  }

  close(open: Waiting, cause: number, answer?: Json): void {
    open.attempt = -1
    this.#simulation.recorder.client('return', this.#simulation.now, this.id, cause, open.op.id, answer)
    if (open.op.do === 'read') return
    this.#simulation.asking--
    this.#simulation.answeredAt = this.#simulation.now
  }

  ask(waiting: Waiting, named?: NodeId): void {
    // Its driver hands back what it was given.
    const open = waiting as Open
    const simulation = this.#simulation
    const coordinator = simulation.nodeOf(named ?? this.#coordinator(open))
    // A node that was absent until now is switched on by being asked to join; one that is off, by being asked to replace.
    const isOff =
      open.op.do === 'replace' ? !coordinator.up : open.op.do === 'join' && coordinator.boots === 0
    if (isOff) simulation.steps.boot(coordinator, open.cause, open.op.do)
    const path = mix(open.path, open.attempt)
    open.latest = { open }
    simulation.post(
      this.place,
      coordinator.place,
      simulation.names.of(open.op.do),
      open.args,
      open.latest,
      false,
      path,
      open.cause,
    )
    const { timeoutMs, retries, patient } = simulation.system.client
    if (patient?.includes(open.op.do) === true) return
    this.after(open, this.duration(timeoutMs), () => {
      const cause = simulation.recorder.life('timer', simulation.now, this.id, open.cause)
      open.attempt++
      open.maybe = true
      open.mutedAt = simulation.now
      this.#driver?.lost(coordinator.id)
      const { avoidMs = 0 } = simulation.system.client
      if (avoidMs > 0) this.#avoided.set(coordinator.id, simulation.now + avoidMs)
      if (open.mute.push(coordinator.id) <= retries && this.#driver?.isCommand(open.op) !== true)
        this.ask(open)
      else this.close(open, cause)
    })
  }

  after(open: Waiting, ms: Ms, act: () => void): void {
    const { queue, now } = this.#simulation
    const { attempt } = open
    const path = mix((open as Open).path, attempt)
    queue.push(now + ms, rank.timer, { kind: 'moment', path, isOver: () => open.attempt !== attempt, act })
  }

  #coordinator({ op, path, attempt, mute }: Open): NodeId {
    const { nodes } = this.#simulation
    const present = nodes.filter(({ boots }) => boots > 0).map(({ id }) => id)
    const named = op.coordinator ?? this.#driver?.firstFor(op) ?? this.#near
    const first =
      named === undefined ? between(path, purpose.coordinator, 0, present.length - 1) : present.indexOf(named)
    if (first < 0) return named!
    const inTurn = (index: number) => present[(first + attempt + index) % present.length]!
    const isAvoided = (id: NodeId) => (this.#avoided.get(id) ?? -Infinity) > this.#simulation.now
    if (op.coordinator === undefined && isAvoided(inTurn(0))) {
      return present.map((_, index) => inTurn(index)).find((id) => !isAvoided(id)) ?? inTurn(0)
    }
    if (this.#driver === undefined || mute.length === 0) return inTurn(0)
    return present.map((_, index) => inTurn(index)).find((id) => !mute.includes(id)) ?? inTurn(0)
  }
}

/** Whether a client waits for the answer, and not a program. */
function isAsking(caller: Caller | undefined): caller is Asking {
  return caller !== undefined && 'open' in caller
}

/** Whether a value has named fields, and isn't a list. */
export function isRecord(value: unknown): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
