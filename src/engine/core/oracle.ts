import { mix, purpose } from './draws.ts'
import type { Post } from './message.ts'
import type { Names } from './names.ts'
import type { Network } from './network.ts'
import type { ProgramNode } from './program-node.ts'
import { rank } from './queue.ts'
import type { Moment } from './task.ts'
import type { Ms, NodeId, Plan } from './types.ts'

/** What the oracle asks of the run. */
export interface OracleRun extends Post {
  readonly now: Ms
  readonly plan: Plan
  readonly nodes: readonly ProgramNode[]
  readonly names: Names
  readonly network: Network
  readonly queue: { push(time: Ms, rank: number, moment: Moment): void }
}

/** Who is up, in the order of the plan's nodes. */
type View = readonly boolean[]

/**
 * Knows who can reach whom, and tells each node a stated time after a change: the handler `oracle` gets a map of who is
 * up. At the start of a run everybody knows who is there by the plan; a node that boots later has heard nothing, and is told.
 */
export class Oracle {
  readonly #simulation: OracleRun
  readonly #delayMs: Ms
  /** What each node heard last. */
  readonly #told: (View | undefined)[] = []
  /** The millisecond that will be looked at; -1 for none. */
  #lookingAt = -1

  constructor(simulation: OracleRun, delayMs: Ms) {
    this.#simulation = simulation
    this.#delayMs = delayMs
  }

  /** A node boots: it has heard nothing yet. */
  booted(place: number): void {
    const { now, nodes } = this.#simulation
    const isFirst = now === 0 && nodes[place]!.boots === 1
    this.#told[place] = isFirst ? this.#view((other) => other.planned.absent !== true) : undefined
    this.changed()
  }

  /** Something changes in this millisecond. It is looked at when the millisecond's faults are over. */
  changed(): void {
    const { queue, now, plan, nodes } = this.#simulation
    if (this.#lookingAt === now) return
    this.#lookingAt = now
    const path = mix(plan.seed, purpose.oracle)
    let views: readonly View[] = []
    const look = () => {
      this.#lookingAt = -1
      views = nodes.map((node) => this.#view((other) => this.#reaches(node, other)))
    }
    const tell = () => views.forEach((view, place) => this.#tell(place, view))
    queue.push(now, rank.operation, { kind: 'moment', path, isOver: never, act: look })
    queue.push(now + this.#delayMs, rank.operation, { kind: 'moment', path, isOver: never, act: tell })
  }

  #view(isUp: (other: ProgramNode) => boolean): View {
    return this.#simulation.nodes.map(isUp)
  }

  #reaches(node: ProgramNode, other: ProgramNode): boolean {
    if (other === node) return true
    return (
      other.up && !other.deaf && !other.paused && !this.#simulation.network.isBetween(node.place, other.place)
    )
  }

  #tell(place: number, view: View): void {
    const { nodes, names } = this.#simulation
    const known = this.#told[place]
    if (!nodes[place]!.up || view.every((isUp, index) => isUp === known?.[index])) return
    this.#told[place] = view
    const entries = nodes.map(({ id }, index): [NodeId, boolean] => [id, view[index]!])
    this.#simulation.post(
      place,
      place,
      names.of('oracle'),
      Object.fromEntries(entries),
      undefined,
      false,
      place,
      -1,
    )
  }
}

const never = () => false
