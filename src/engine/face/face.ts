import type { Json, Ms, NodeId, NodeState, Plan } from '../core/types.ts'

/** A line of a node's state, as people read it. */
export interface StateLine {
  /** The same line from moment to moment: 'key row 3', 'hints', 'down'. */
  readonly id: string
  readonly label: string
  readonly value: string
  readonly kind: 'value' | 'nothing' | 'deleted' | 'hints' | 'opinion' | 'role' | 'plain'
  /** What a closer look tells: the timestamp, where it lies. */
  readonly detail?: string
}

/** What is known of a message: the name of the one that it is, or that it answers. */
export interface FaceMessage {
  readonly name: string
  readonly isReply: boolean
  readonly args: unknown
}

/** How an empty cluster of the system is set up by a reader. */
export interface SetUp {
  readonly leastNodes: number
  /** The most nodes that it can have. */
  readonly mostNodes: number
  /** What a reader may choose, beside how long reads and writes wait. */
  readonly choices: readonly ('datacentres' | 'replicas' | 'hints' | 'readRepair')[]
  /** The plan's options; `replicas` are those of each datacentre where there are several. */
  options(chosen: Chosen): Json
}

/** The settings from which a system's plan begins in the playground. */
export interface Chosen {
  readonly nodes: readonly NodeId[]
  readonly datacentres: readonly string[]
  readonly replicas: number
  readonly write: string
  readonly read: string
  readonly hints: boolean
  readonly readRepair: boolean
}

/**
 * What a system says of itself to people: how its runs are drawn and told. The engine never asks for it; a page that draws,
 * tells or explains a run does. A system without a face is told by its bare values.
 */
export interface Face {
  /** What it is, for a list: "ring, after Cassandra". */
  readonly title: string
  /** Whether the message only says that nothing has changed: such messages are counted, not drawn one by one. */
  background?(message: FaceMessage): boolean
  /** What messages are called where people read; a name that says itself is left out. */
  readonly messages?: Words
  /** What the programs count or note in a word, as people say it; '' for what isn't told. One that says itself is left out. */
  readonly marks?: Words
  /** What a message carries, in a few words; undefined: as any value is told. Answers to clients are asked for as well. */
  messageText?(message: FaceMessage): string | undefined
  /** The lines of one node at one moment. Called once for a run, then for each node and moment. */
  stateLines?(plan: Plan): (node: NodeId, state: NodeState, at: Ms) => readonly StateLine[]
  readonly help: {
    /** What each operation does, a sentence for each. */
    readonly operations: Words
    /** What each level waits for: "two replicas must answer". */
    readonly levels?: Words
  }
  /** How a reader sets it up; left out by a system that is set up by its lesson alone. */
  readonly setUp?: SetUp | undefined
  /** Why a cell can't be given a program of this system; left out where it can. */
  readonly notInCells?: string
}

/** Words by a program's names: what a reader is told instead of them. */
export interface Words {
  readonly [name: string]: string
}

const faces = new Map<string, Face>()

/** Makes a system's face known under the name that its maker is registered by. */
export function present(system: string, face: Face): void {
  faces.set(system, face)
}

/** The systems that have a face, in the order in which they were presented. */
export function facesByName(): ReadonlyMap<string, Face> {
  return faces
}

/** The face of a system; a plain one for a program of a reader's own. */
export function faceOf(system: string): Face {
  return faces.get(system) ?? plain
}

const plain: Face = { title: 'a program of your own', help: { operations: {} } }

/** The word for a name, where there is one. */
export function wordFor(words: Words | undefined, name: string): string {
  return words !== undefined && Object.hasOwn(words, name) ? words[name]! : name
}
