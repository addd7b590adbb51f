import { mix, purpose } from './draws.ts'
import type { ProgramNode } from './program-node.ts'
import { rank } from './queue.ts'
import type { Simulation } from './simulation.ts'
import type { Ms, NodeId } from './types.ts'

type View = { readonly [id: NodeId]: boolean }

/**
 * Knows who can reach whom, and tells each node a stated time after a change: the handler `oracle` gets a map of who is
 * up. A node that boots is taken to believe that everybody is, so it hears only of what is otherwise.
 */
export class Oracle {
  readonly #simulation: Simulation
  readonly #delayMs: Ms
  /** What each node heard last, as text. */
  readonly #told: string[] = []

  constructor(simulation: Simulation, delayMs: Ms) {
    this.#simulation = simulation
    this.#delayMs = delayMs
  }

  /** A node boots: it has heard nothing yet. */
  booted(place: number): void {
    this.#told[place] = JSON.stringify(
      this.#view((other) => other.boots > 0 || other.planned.absent !== true),
    )
    this.changed()
  }

  /** Something changes in this millisecond. It is looked at when the millisecond's faults are over. */
  changed(): void {
    const { queue, now, plan } = this.#simulation
    const path = mix(plan.seed, purpose.oracle)
    let views: readonly View[] = []
    const look = () =>
      void (views = this.#simulation.nodes.map((node) => this.#view((other) => this.#reaches(node, other))))
    const tell = () => views.forEach((view, place) => this.#tell(place, view))
    queue.push(now, rank.operation, { kind: 'moment', path, isOver: never, act: look })
    queue.push(now + this.#delayMs, rank.operation, { kind: 'moment', path, isOver: never, act: tell })
  }

  #view(isUp: (other: ProgramNode) => boolean): View {
    return Object.fromEntries(this.#simulation.nodes.map((other) => [other.id, isUp(other)]))
  }

  #reaches(node: ProgramNode, other: ProgramNode): boolean {
    if (other === node) return true
    return other.up && !other.paused && !this.#simulation.network.isBetween(node.place, other.place)
  }

  #tell(place: number, view: View): void {
    const text = JSON.stringify(view)
    if (!this.#simulation.nodes[place]!.up || this.#told[place] === text) return
    this.#told[place] = text
    this.#simulation.post(place, place, this.#simulation.names.of('oracle'), view, 0, false, place, -1)
  }
}

const never = () => false
