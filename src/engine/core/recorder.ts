import type { Message } from './message.ts'
import type { Event, Json, LossReason, Ms, NodeId, NodeState, RecordLevel } from './types.ts'

/** The versions that one node's state went through: from event `indexes[i]` on it was `states[i]`. */
interface Versions {
  readonly indexes: number[]
  readonly states: NodeState[]
}

/** Keeps what was asked for: nothing, the events, or the states too (a reference each time one is replaced). */
export class Recorder {
  readonly trace: Event[] = []
  readonly tracing: boolean
  /** The event that the present step began with: the cause of all that the step does. */
  cause = -1
  readonly #versions: Versions[] | undefined

  constructor(level: RecordLevel, nodes: number) {
    this.tracing = level !== 'none'
    if (level === 'states')
      this.#versions = Array.from({ length: nodes }, () => ({ indexes: [], states: [] }))
  }

  message(type: 'send' | 'receive', at: Ms, node: string, message: Message, cause: number): number {
    const index = this.trace.length
    const { address, name, args, bytes } = message
    this.trace.push({ index, at, node, cause, type, message: address, name: name.text, args, bytes })
    return index
  }

  lost(at: Ms, node: string, message: Message, why: LossReason): void {
    if (!this.tracing) return
    const index = this.trace.length
    const { address, name, args, bytes, cause } = message
    this.trace.push({
      index,
      at,
      node,
      cause,
      type: 'lost',
      message: address,
      name: name.text,
      args,
      bytes,
      why,
    })
  }

  client(
    type: 'call' | 'return',
    at: Ms,
    node: string,
    cause: number,
    op: string,
    value: Json | undefined,
  ): number {
    return this.tracing ? this.#add({ index: this.trace.length, at, node, cause, type, op, value }) : -1
  }

  life(
    type: 'timer' | 'boot' | 'crash' | 'pause' | 'resume' | 'sync',
    at: Ms,
    node: string,
    cause: number,
  ): number {
    return this.tracing ? this.#add({ index: this.trace.length, at, node, cause, type }) : -1
  }

  fault(at: Ms, node: string, fault: string, applied: boolean): number {
    return this.tracing
      ? this.#add({ index: this.trace.length, at, node, cause: -1, type: 'fault', fault, applied })
      : -1
  }

  text(type: 'note' | 'mark' | 'error', at: Ms, node: string, text: string, data: Json | undefined): void {
    const event = { index: this.trace.length, at, node, cause: this.cause, type, text }
    this.#add(data === undefined ? event : { ...event, data })
  }

  /** Remembers the node's state, if it was replaced, from the event that the step began with. */
  state(place: number, node: NodeState): void {
    const versions = this.#versions?.[place]
    if (versions === undefined) return
    const last = versions.states.at(-1)
    if (last?.memory === node.memory && last?.disk === node.disk && last?.up === node.up) return
    versions.indexes.push(this.cause)
    versions.states.push({ up: node.up, memory: node.memory, disk: node.disk })
  }

  stateAt(index: number, ids: readonly NodeId[]): ReadonlyMap<NodeId, NodeState> {
    const versions = this.#versions
    if (versions === undefined) {
      throw new Error("stateAt needs a run recorded with 'states': run(scenario, { record: 'states' }).")
    }
    return new Map(ids.map((id, place) => [id, stateOf(versions[place]!, index)]))
  }

  #add(event: Event): number {
    this.trace.push(event)
    return event.index
  }
}

const notYet: NodeState = { up: false, memory: undefined, disk: undefined }

/** The last version that began at or before the event. */
function stateOf({ indexes, states }: Versions, index: number): NodeState {
  let low = 0
  let high = indexes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (indexes[middle]! <= index) low = middle + 1
    else high = middle
  }
  return states[low - 1] ?? notYet
}
