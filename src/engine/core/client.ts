import type { LocalClock } from './clock.ts'
import { between, drawKeyOf, mix, purpose } from './draws.ts'
import type { Caller, Message, Post } from './message.ts'
import type { Names } from './names.ts'
import type { ProgramNode } from './program-node.ts'
import { rank } from './queue.ts'
import type { Recorder } from './recorder.ts'
import type { Moment } from './task.ts'
import type { Json, Ms, NodeId, Op, Operation, Plan, PlanClient, System } from './types.ts'

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
interface Open {
  readonly op: Op
  readonly record: { -readonly [Field in keyof Operation]: Operation[Field] }
  readonly args: Json
  readonly path: number
  cause: number
  /** How often it was asked again; -1 once nothing is waited for any more. */
  attempt: number
  /** Some attempt may have been carried out. */
  maybe: boolean
  /** Its answer decides where to ask next. */
  latest: Asking | undefined
  /** Who didn't answer; a driver that seeks doesn't ask them again. */
  readonly mute: NodeId[]
  /** When the last of them was given up. */
  mutedAt: Ms
}

/** A driver checks on each server so often; one that didn't answer isn't asked again before. (heartbeatFrequencyMS) */
const recheckMs = 10_000

/** One attempt: the answer to it carries it back. */
export interface Asking {
  readonly open: Open
}

/**
 * A client with a driver: it finds a coordinator (named by the operation, else the one it is near, else any), waits,
 * and asks another one if its policy allows. A retried write keeps its timestamp, so that doing it twice is doing it once.
 * A driver that seeks (see {@link Seeking}) goes where the answers send it, and remembers who answered at last.
 */
export class Client {
  readonly id: string
  readonly place: number
  readonly clock: LocalClock
  readonly #simulation: ClientRun
  readonly #near: NodeId | undefined
  /** The node that was last named as the one to ask. */
  #leader: NodeId | undefined
  /** Until when a coordinator that didn't answer is avoided. */
  readonly #avoided = new Map<NodeId, Ms>()
  /** By session, the place of the last answer in it. */
  readonly #seen = new Map<Json, Json>()

  constructor(simulation: ClientRun, planned: PlanClient, place: number, clock: LocalClock) {
    this.#simulation = simulation
    this.id = planned.id
    this.#near = planned.near
    this.place = place
    this.clock = clock
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
    const named = system.client.seeks !== undefined && isRecord(op.args)
    const args = stamped
      ? { ...(op.args as object), timestamp: this.clock.timestamp(now) }
      : named
        ? { ...(op.args as object), statement: op.id, ...this.#causal(op.args) }
        : op.args
    const path = mix(plan.seed, drawKeyOf(op.id))
    this.#ask({
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
    })
  }

  /** An answer arrives; one that nobody waits for any more is left. */
  receive(message: Message, cause: number): void {
    const asking = message.call
    if (!isAsking(asking) || asking.open.attempt < 0) return
    const { open } = asking
    const given = (message.args ?? null) as Json
    const { now, system } = this.#simulation
    const value = this.#isCommand(open.op) ? withoutRedirect(given) : given
    if (system.client.seeks !== undefined && isRecord(value) && value['redirect'] !== undefined) {
      // What may have been done is only asked for again by a driver that retries. (retryWrites: false)
      if (value['maybe'] !== true || system.client.retries > 0) return this.#redirected(asking, value, cause)
    }
    const answer = this.#noted(open.op, value)
    this.#close(open, cause, answer)
    // A refusal says that this attempt did nothing; an earlier one that wasn't answered may have.
    const isMaybe = open.maybe || (isRecord(answer) && answer['maybe'] === true)
    if (isRecord(answer) && (answer['error'] === 'timeout' || (isMaybe && 'error' in answer))) return
    open.record.output = answer
    open.record.return = now
  }

  /** Nothing is waited for any more: the client has this answer, or none. */
  #close(open: Open, cause: number, answer?: Json): void {
    open.attempt = -1
    this.#simulation.recorder.client('return', this.#simulation.now, this.id, cause, open.op.id, answer)
    if (open.op.do === 'read') return
    this.#simulation.asking--
    this.#simulation.answeredAt = this.#simulation.now
  }

  /** A causally consistent session asks for nothing older than what it was told last. */
  #causal(args: Json): object {
    if (!isRecord(args) || args['session'] === undefined || args['afterClusterTime'] !== undefined) return {}
    const afterClusterTime = this.#seen.get(args['session'])
    return afterClusterTime === undefined ? {} : { afterClusterTime }
  }

  /** Keeps for its session where the answer stands in the history, and gives the rest of it. */
  #noted({ args }: Op, value: Json): Json {
    if (!isRecord(value) || value['operationTime'] === undefined) return value
    const { operationTime, ...answer } = value
    if (isRecord(args)) this.#seen.set(args['session'] ?? null, operationTime)
    return answer
  }

  /** Another node has to be asked: the one that's named, or after a pause the next in turn. */
  #redirected(asking: Asking, answer: { readonly [name: string]: Json }, cause: number): void {
    const { open } = asking
    const { now, system } = this.#simulation
    const { selectionMs, pauseMs } = system.client.seeks!
    const { error = 'nobody to ask', redirect: named } = answer
    // Others may still name a leader that didn't answer: a driver goes by what it saw itself.
    const isMute = open.mute.includes(named as NodeId) && now - open.mutedAt < recheckMs
    const redirect = isMute ? null : named
    if (answer['maybe'] === true) open.maybe = true
    if (asking !== open.latest) return
    open.attempt++
    open.cause = cause
    const wait = typeof redirect === 'string' ? 0 : this.clock.duration(pauseMs)
    if (now + wait - open.record.call > selectionMs) {
      if (open.maybe) return this.#close(open, cause)
      open.record.output = { error }
      open.record.return = now
      this.#close(open, cause, open.record.output)
    } else if (typeof redirect === 'string') {
      if (this.#needsLeader(open.op)) this.#leader = redirect
      this.#ask(open, redirect)
    } else this.#after(open, wait, () => this.#ask(open))
  }

  #ask(open: Open, named?: NodeId): void {
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
    this.#after(open, this.clock.duration(timeoutMs), () => {
      const cause = simulation.recorder.life('timer', simulation.now, this.id, open.cause)
      open.attempt++
      open.maybe = true
      open.mutedAt = simulation.now
      if (this.#leader === coordinator.id) this.#leader = undefined
      const { avoidMs = 0 } = simulation.system.client
      if (avoidMs > 0) this.#avoided.set(coordinator.id, simulation.now + avoidMs)
      if (open.mute.push(coordinator.id) <= retries && !this.#isCommand(open.op)) this.#ask(open)
      else this.#close(open, cause)
    })
  }

  /** Does it after `ms`, unless the operation has moved on in the meantime. */
  #after(open: Open, ms: Ms, act: () => void): void {
    const { queue, now } = this.#simulation
    const { attempt } = open
    const path = mix(open.path, attempt)
    queue.push(now + ms, rank.timer, { kind: 'moment', path, isOver: () => open.attempt !== attempt, act })
  }

  /** Whether it's for the node that it names, and for no other. */
  #isCommand({ coordinator, do: what }: Op): boolean {
    const { seeks } = this.#simulation.system.client
    return coordinator !== undefined && seeks?.commands?.includes(what) === true
  }

  #needsLeader(op: Op): boolean {
    return this.#simulation.system.client.seeks?.needsLeader(op.do, op.args) === true
  }

  #coordinator({ op, path, attempt, mute }: Open): NodeId {
    const { nodes, system } = this.#simulation
    const present = nodes.filter(({ boots }) => boots > 0).map(({ id }) => id)
    const named = op.coordinator ?? (this.#needsLeader(op) ? this.#leader : undefined) ?? this.#near
    const first =
      named === undefined ? between(path, purpose.coordinator, 0, present.length - 1) : present.indexOf(named)
    if (first < 0) return named!
    const inTurn = (index: number) => present[(first + attempt + index) % present.length]!
    const isAvoided = (id: NodeId) => (this.#avoided.get(id) ?? -Infinity) > this.#simulation.now
    if (op.coordinator === undefined && isAvoided(inTurn(0))) {
      return present.map((_, index) => inTurn(index)).find((id) => !isAvoided(id)) ?? inTurn(0)
    }
    if (system.client.seeks === undefined || mute.length === 0) return inTurn(0)
    return present.map((_, index) => inTurn(index)).find((id) => !mute.includes(id)) ?? inTurn(0)
  }
}

function withoutRedirect(answer: Json): Json {
  if (!isRecord(answer) || answer['redirect'] === undefined) return answer
  const { redirect: _, ...rest } = answer
  return rest
}

/** Whether a client waits for the answer, and not a program. */
function isAsking(caller: Caller | undefined): caller is Asking {
  return caller !== undefined && 'open' in caller
}

export function isRecord(value: unknown): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
