import { PlanError } from '../core/plan/shape.ts'
import { register } from '../core/registry.ts'
import type { Handler, Json, Node, NodeId, Program, System, Task } from '../core/types.ts'
import { levels, type Level } from '../levels.ts'
import { misasked } from './asked.ts'
import { start } from './boot.ts'
import { hearOracle, hearShutdown, learnMembers } from './membership.ts'
import { ringOptions, type RingOptions, type RingSettings } from './options.ts'
import type { Partition } from './partition.ts'
import type { Members } from './placement.ts'
import { coordinateRead, readLocally, type ReadArgs } from './read.ts'
import type { ReplicaRead } from './reading.ts'
import type { RingNode } from './state.ts'
import { flush } from './flush.ts'
import { compact } from './compaction.ts'
import { coordinateWrite, deleted, inserted, mutate, written, type WriteArgs } from './write.ts'

/**
 * A leaderless ring after Dynamo and Cassandra: keys are hashed onto a ring of tokens, any node coordinates, every
 * replica takes writes, the last write wins cell by cell, and what a replica missed comes back by hints, by read
 * repair, or by repair.
 *
 * `ring({ nodes: ['A', 'B', 'C'], replicas: 3, hints: false })`
 *
 * What this model leaves out, beside the real thing, stands in content/engine/leaves-out.yaml.
 */
export function ring(settings: RingSettings = {}): System<RingOptions, Level> {
  return systemOf(ringOptions(settings))
}

const operations = [
  'read',
  'write',
  'insert',
  'delete',
  'repair',
  'join',
  'leave',
  'replace',
  'flush',
  'compact',
  'stop',
]

function systemOf(options: RingOptions): System<RingOptions, Level> {
  return {
    name: 'ring',
    options,
    nodes: options.nodes,
    program,
    client: {
      timeoutMs: options.clientTimeoutMs,
      retries: options.clientRetries,
      avoidMs: options.clientAvoidMs,
      patient: ['repair', 'join', 'leave', 'replace', 'flush', 'compact', 'stop'],
      stamps: options.timestamps === 'client',
    },
    operations,
    misasked,
    messages: ['mutate', 'mutate reply', 'read replica', 'read replica reply'],
    levels,
    ...(options.membership === 'oracle' ? { oracleMs: options.oracleMs } : {}),
  }
}

register('ring', (options: Json, { nodes, faults }) => {
  const parsed = ringOptions(options)
  const wipe = faults.find((fault) => fault.do === 'crash' && fault.disk === 'wipe')
  if (wipe !== undefined && parsed.background > 0) {
    throw new PlanError([
      {
        where: `plan.faults, "${wipe.id}"`,
        expected:
          'no wiped disk beside a background: those rows are made up, so a wipe couldn’t take them away',
        received: `disk: wipe, and background: ${parsed.background}`,
      },
    ])
  }
  return systemOf({ ...parsed, nodes })
})

/** Handlers of one node, by the names under which they are asked for. */
export type Upkeep = (node: RingNode) => { readonly [name: string]: Handler }

const upkeep: Upkeep[] = []

/** Gives every ring its repairs and its moving nodes (`ring.ts`): handed in, so that the rest can be loaded without them. */
export function provideUpkeep(handlers: Upkeep): void {
  upkeep.push(handlers)
}

const program: Program = (given: Node) => {
  const node = given as RingNode
  return {
    start: (how?: string) => start(node, how),

    // What clients ask for.
    write: (args: WriteArgs) => coordinateWrite(node, args, written(node, args)),
    insert: (args: WriteArgs) => coordinateWrite(node, args, inserted(node, args)),
    delete: (args: WriteArgs) => coordinateWrite(node, args, deleted(node, args)),
    read: (args: ReadArgs) => coordinateRead(node, args),
    flush: () => answered(flush(node)),
    compact: () => answered(compact(node)),

    // What nodes say to each other.
    mutate: (update: Partition) => mutate(node, update),
    'read replica': (args: ReplicaRead) => readLocally(node, args),
    members: (members: Members) => (learnMembers(node, members), node.disk.members),
    echo: () => 'echo',
    shutdown: (_: null, from: NodeId) => hearShutdown(node, from),
    oracle: (view: { readonly [id: NodeId]: boolean }) => hearOracle(node, view),
    ...Object.assign({}, ...upkeep.map((more) => more(node))),
  }
}

function* answered(task: Task<void>): Task<Json> {
  yield* task
  return { ok: true }
}
