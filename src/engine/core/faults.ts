import type { LocalClock } from './clock.ts'
import type { Effect } from './effect.ts'
import { Message } from './message.ts'
import type { Network } from './network.ts'
import type { ProgramNode } from './program-node.ts'
import { rank } from './queue.ts'
import type { Recorder } from './recorder.ts'
import type { DiskFate, Fault, MessageAddress, Ms, NodeId } from './types.ts'

/** What the faults ask of the run. */
export interface FaultsRun {
  readonly now: Ms
  readonly nodes: readonly ProgramNode[]
  readonly clients: readonly { readonly place: number }[]
  readonly network: Network
  readonly recorder: Recorder
  readonly queue: { push(time: Ms, rank: number, entry: Message | Effect): void }
  readonly oracle: { changed(): void } | undefined
  readonly steps: { boot(node: ProgramNode, cause: number): void }
  nodeOf(id: NodeId): ProgramNode
  placeOf(id: string): number
  nameOf(place: number): string
  clockOf(place: number): LocalClock
}

type MessageFault = Extract<Fault, { message: MessageAddress }>

/** Everything that goes wrong in a run, as its plan says, and how it's put right. */
export class Faults {
  readonly #simulation: FaultsRun
  readonly #armed = new Map<MessageAddress, MessageFault[]>()

  constructor(simulation: FaultsRun) {
    this.#simulation = simulation
  }

  /** The fault's moment has come. One that aims at a message waits for it. */
  strike(fault: Fault): void {
    if ('message' in fault) {
      this.#armed.set(fault.message, [...(this.#armed.get(fault.message) ?? []), fault])
      return
    }
    const { now, recorder } = this.#simulation
    this.#simulation.oracle?.changed()
    // The event comes before what it causes, so whether it applies is found out first.
    if ('from' in fault) {
      const applied = this.#cutOrMend(fault)
      recorder.fault(now, fault.from[0] ?? this.#simulation.nodes[0]!.id, fault.id, applied)
    } else if ('of' in fault) {
      const place = this.#simulation.placeOf(fault.of)
      recorder.fault(now, fault.of, fault.id, true)
      this.#simulation.clockOf(place).set(fault.clock, now)
    } else {
      const node = this.#simulation.nodeOf(fault.node)
      const applied = applies(fault, node)
      recorder.cause = recorder.fault(now, node.id, fault.id, applied)
      if (applied) this.#happen(fault, node)
    }
  }

  /** Whether a fault takes the arriving message away, for now or for good. */
  meets(message: Message): boolean {
    const waiting = this.#armed.get(message.address)
    const fault = waiting?.shift()
    if (fault === undefined) return false
    const { now, recorder, queue } = this.#simulation
    const node = this.#simulation.nameOf(message.to)
    recorder.fault(now, node, fault.id, true)
    if (fault.do === 'drop') {
      recorder.lost(now, node, message, 'plan')
      return true
    }
    queue.push(now + (fault.byMs ?? 0), rank.delivery, fault.do === 'hold' ? message : copyOf(message))
    return fault.do === 'hold'
  }

  /** The run is over, so faults that met no message are reported. */
  finish(): void {
    for (const fault of [...this.#armed.values()].flat()) {
      this.#simulation.recorder.fault(this.#simulation.now, this.#simulation.nodes[0]!.id, fault.id, false)
    }
  }

  #cutOrMend(fault: Extract<Fault, { do: 'cut' | 'mend' }>): boolean {
    const simulation = this.#simulation
    const everyone = [...simulation.nodes, ...simulation.clients].map(({ place }) => place)
    const places = (ids: readonly string[]) =>
      ids.length === 0 ? everyone : ids.map((id) => simulation.placeOf(id))
    return simulation.network.setCut(
      places(fault.from),
      places(fault.to),
      fault.oneWay ?? false,
      fault.do === 'cut',
    )
  }

  #happen(fault: Extract<Fault, { node: string }>, node: ProgramNode): void {
    const { now, recorder } = this.#simulation
    switch (fault.do) {
      case 'restart':
        return this.#simulation.steps.boot(node, recorder.cause)
      case 'pause':
        node.paused = true
        recorder.life('pause', now, node.id, recorder.cause)
        return
      case 'resume':
        return this.#resume(node)
      case 'crash':
        return this.stop(node, fault.disk)
    }
  }

  /** Whatever waited during the pause is handled in the order in which it came. */
  #resume(node: ProgramNode): void {
    const { now, recorder, queue } = this.#simulation
    node.paused = false
    recorder.life('resume', now, node.id, recorder.cause)
    for (const entry of node.backlog.splice(0)) {
      queue.push(now, entry.kind === 'message' ? rank.delivery : rank.timer, entry)
    }
  }

  /**
   * Memory is gone, and with it whatever waits; of the disk stays what is said: all that the program wrote, what had
   * reached its files when its process was killed, what had been synced, or nothing.
   */
  stop(node: ProgramNode, fate: DiskFate): void {
    const { now, recorder } = this.#simulation
    this.#simulation.oracle?.changed()
    recorder.cause = recorder.life('crash', now, node.id, recorder.cause)
    for (const entry of node.backlog.splice(0)) {
      if (entry.kind === 'message') recorder.lost(now, node.id, entry, 'down')
    }
    if (fate === 'kill' && node.up) node.handler('killed')?.(undefined, node.id)
    node.up = false
    node.paused = node.ending = false
    node.conditions = []
    node.memory = undefined
    if (fate === 'lose-unsynced') node.disk = node.synced
    if (fate === 'wipe') node.disk = node.synced = undefined
    recorder.state(node.place, node)
  }
}

/** A node that is down can only restart, or lose its disk; one that is up can do all but restart. */
function applies(fault: Extract<Fault, { node: string }>, node: ProgramNode): boolean {
  switch (fault.do) {
    case 'crash':
      return node.up || fault.disk === 'wipe'
    case 'restart':
      return !node.up && node.boots > 0
    case 'pause':
      return node.up && !node.paused
    case 'resume':
      return node.paused
  }
}

function copyOf(message: Message): Message {
  const { from, to, name, args, call, isReply, path, bytes } = message
  const copy = new Message(from, to, name, args, call, isReply, path, bytes)
  copy.cause = message.cause
  copy.address = message.address
  return copy
}
