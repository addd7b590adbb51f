import type { Event, Json, NodeState, Operation, Plan, Run } from '#engine/core/types.ts'

/**
 * A run as plain data, where it can't be repeated: the program that made it is a learner's, and stays in the sandbox
 * it ran in. Arguments and states are what a reader of them needs, not the objects that the program had.
 */
export interface Recording {
  readonly plan: Plan
  readonly ended: Run['ended']
  readonly error?: string
  readonly hash: string
  readonly history: readonly Operation[]
  readonly marks: { readonly [name: string]: number }
  readonly counters: Run['counters']
  readonly trace: readonly Event[]
  /** From event `index` on the node was in this state. */
  readonly versions: readonly {
    readonly index: number
    readonly node: string
    readonly up: boolean
    readonly memory: Json | undefined
    readonly disk: Json | undefined
  }[]
}

/** The run of a recording, as `outlineRun` takes it. */
export function playBack({ versions, marks, error, hash, ...recorded }: Recording): Run {
  const stateAt = (index: number) => {
    const states = new Map<string, NodeState>(recorded.plan.nodes.map(({ id }) => [id, notYet]))
    // A version is a state: one object for as long as it lasts, since who compares states compares references.
    for (const version of versions) if (version.index <= index) states.set(version.node, version)
    return states
  }
  return {
    ...recorded,
    error: error === undefined ? undefined : new Error(error),
    marks: new Map(Object.entries(marks)),
    final: stateAt(Infinity),
    stateAt,
    hash: () => hash,
  }
}

const notYet: NodeState = { up: false, memory: undefined, disk: undefined }
