import type { LocalClock } from './clock.ts'
import { between, keyOf, mix, purpose } from './draws.ts'
import type { Message } from './message.ts'
import { rank } from './queue.ts'
import type { Simulation } from './simulation.ts'
import type { Json, NodeId, Op, Operation, PlanClient } from './types.ts'

/** An operation on its way: the record is filled in when a definite answer comes. */
interface Open {
  readonly op: Op
  readonly record: { -readonly [Field in keyof Operation]: Operation[Field] }
  readonly args: Json
  readonly path: number
  readonly cause: number
  attempt: number
}

/**
 * A client with a driver: it finds a coordinator (named by the operation, else the one it is near, else any), waits,
 * and asks another one if its policy allows. A retried write keeps its timestamp, so that doing it twice is doing it once.
 */
export class Client {
  readonly id: string
  readonly place: number
  readonly clock: LocalClock
  readonly #simulation: Simulation
  readonly #near: NodeId | undefined
  readonly #open = new Map<number, Open>()

  constructor(simulation: Simulation, planned: PlanClient, place: number, clock: LocalClock) {
    this.#simulation = simulation
    this.id = planned.id
    this.#near = planned.near
    this.place = place
    this.clock = clock
  }

  /** The operation begins. */
  start(op: Op): void {
    const { now, recorder, system, history, plan } = this.#simulation
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
    const args = stamped ? { ...(op.args as object), timestamp: this.clock.timestamp(now) } : op.args
    this.#ask({ op, record, args, path: mix(plan.seed, keyOf(op.id)), cause, attempt: 0 })
  }

  /** An answer arrives; one that nobody waits for any more is left. */
  receive(message: Message, cause: number): void {
    const open = this.#open.get(message.call)
    if (open === undefined) return
    const value = (message.args ?? null) as Json
    this.#forget(open)
    const { now, recorder } = this.#simulation
    recorder.client('return', now, this.id, cause, open.op.id, value)
    if (isRecord(value) && value['error'] === 'timeout') return
    open.record.output = value
    open.record.return = now
  }

  #ask(open: Open): void {
    const simulation = this.#simulation
    const coordinator = simulation.nodeOf(this.#coordinator(open))
    // A node that was absent until now is switched on by being asked to join.
    if (open.op.do === 'join' && coordinator.boots === 0) simulation.steps.boot(coordinator, open.cause)
    const call = ++simulation.calls
    const attempt = open.attempt
    const path = mix(open.path, attempt)
    this.#open.set(call, open)
    simulation.post(
      this.place,
      coordinator.place,
      simulation.names.of(open.op.do),
      open.args,
      call,
      false,
      path,
      open.cause,
    )
    const { timeoutMs, retries } = simulation.system.client
    simulation.queue.push(simulation.now + this.clock.duration(timeoutMs), rank.timer, {
      kind: 'moment',
      path,
      isOver: () => open.attempt !== attempt,
      act: () => {
        const cause = simulation.recorder.life('timer', simulation.now, this.id, open.cause)
        open.attempt++
        if (attempt < retries) this.#ask(open)
        else this.#giveUp(open, cause)
      },
    })
  }

  #giveUp(open: Open, cause: number): void {
    this.#forget(open)
    this.#simulation.recorder.client('return', this.#simulation.now, this.id, cause, open.op.id, undefined)
  }

  /** Whatever still comes for this operation is too late. */
  #forget(open: Open): void {
    open.attempt = -1
    for (const [call, other] of this.#open) if (other === open) this.#open.delete(call)
  }

  #coordinator({ op, path, attempt }: Open): NodeId {
    const present = this.#simulation.nodes.filter(({ boots }) => boots > 0).map(({ id }) => id)
    const named = op.coordinator ?? this.#near
    const first =
      named === undefined ? between(path, purpose.coordinator, 0, present.length - 1) : present.indexOf(named)
    if (first < 0) return named!
    return present[(first + attempt) % present.length]!
  }
}

export function isRecord(value: unknown): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
