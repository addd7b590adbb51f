import { PlanError } from '../core/plan/shape.ts'
import { register } from '../core/registry.ts'
import { Table } from '../core/table.ts'
import type { Handler, Json, Node, NodeId, Program, System, Task } from '../core/types.ts'
import { hearGossip, startGossip } from './gossip.ts'
import { deliverHints } from './hints.ts'
import { levels, type Level } from '../levels.ts'
import { hearOracle, learnMembers } from './membership.ts'
import { ringOptions, type RingOptions, type RingSettings } from './options.ts'
import { purgeableAt, type Partition } from './partition.ts'
import { firstMembers, type Members } from './placement.ts'
import { coordinateRead, readLocally, type ReadArgs } from './read.ts'
import type { Disk, RingNode } from './state.ts'
import { compact, compactLater, flush } from './storage.ts'
import { coordinateWrite, deleted, mutate, written, type WriteArgs } from './write.ts'

/**
 * A leaderless ring after Dynamo and Cassandra: keys are hashed onto a ring of tokens, any node coordinates, every
 * replica takes writes, the last write wins cell by cell, and what a replica missed comes back by hints, by read
 * repair, or by repair.
 *
 * `ring({ nodes: ['A', 'B', 'C'], replicas: 3, hints: false })`
 *
 * What this model leaves out, beside the real thing:
 * - lightweight transactions (Paxos, SERIAL), counters, batches, rows and range tombstones: a partition is one row;
 * - incremental repair: nothing is marked repaired, every repair compares everything, one range after the other;
 * - the memory limit on trees (repair_session_space): their depth follows the exact number of partitions, which
 *   Cassandra estimates, up to `repairDepth`;
 * - additional reads in the second round of a read: it waits for all that answered in the first;
 * - one moment for all replicas of a read: each purges by its own clock, where Cassandra's command carries the second;
 * - one copy for each remote datacentre: every replica gets its message from the coordinator;
 * - the dropping of requests that arrive after their timeout (internode_timeout): what arrives is done;
 * - the hint window as kept on disk: it is counted from when this boot of the coordinator took the node for down, by its
 *   own opinion; the throttle is not divided by the size of the cluster; when hints are flushed to files, and that the
 *   coordinator looks every 10 s for replicas that are back, is left out;
 * - the flushes of what was heard about members: a node syncs what it says of itself, and what others say with the rest;
 * - files: SSTables are tables of one store, each compaction takes all of them, and a cell that expired does not first
 *   become a tombstone at a compaction: it is purged when gc grace after its writing, and its life, are over;
 * - cleanup, replacing, rebuilding and forced leaving of nodes.
 */
export function ring(settings: RingSettings = {}): System<RingOptions, Level> {
  return systemOf(ringOptions(settings))
}

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
      stamps: options.timestamps === 'client',
    },
    operations: ['read', 'write', 'delete', 'repair', 'join', 'leave', 'flush', 'compact'],
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
        expected: 'no wiped disk beside a background: it is pretended, and a wipe could not take it away',
        received: `disk: wipe, and background: ${parsed.background}`,
      },
    ])
  }
  return systemOf({ ...parsed, nodes })
})

/** Handlers of one node, by the names under which they are asked for. */
export type Upkeep = (node: RingNode) => { readonly [name: string]: Handler }

let upkeep: Upkeep = () => ({})

/** Gives every ring its repairs and its moving nodes (`ring.ts`): handed in, so that the rest can be loaded without them. */
export function provideUpkeep(handlers: Upkeep): void {
  upkeep = handlers
}

const program: Program = (given: Node) => {
  const node = given as RingNode
  return {
    start: () => start(node),

    // What clients ask for.
    write: (args: WriteArgs) => coordinateWrite(node, args, written(node, args)),
    delete: (args: WriteArgs) => coordinateWrite(node, args, deleted(node, args)),
    read: (args: ReadArgs) => coordinateRead(node, args),
    flush: () => answered(flush(node)),
    compact: () => answered(compact(node)),

    // What nodes say to each other.
    mutate: (update: Partition) => mutate(node, update),
    'read replica': (args: { readonly key: string; readonly full: boolean }) => readLocally(node, args),
    members: (members: Members) => (learnMembers(node, members), node.disk.members),
    gossip: (gossip, from: NodeId) => hearGossip(node, gossip, from, false),
    'gossip answer': (gossip, from: NodeId) => hearGossip(node, gossip, from, true),
    oracle: (view: { readonly [id: NodeId]: boolean }) => hearOracle(node, view),
    ...upkeep(node),
  }
}

function* answered(task: Task<void>): Task<Json> {
  yield* task
  return { ok: true }
}

/** A boot: what the disk holds stays; everybody is taken to be up until something else is known. */
function start(node: RingNode): void {
  const opinions = Object.fromEntries(
    node.others.map((id) => [id, { up: !isAbsent(node, id), since: node.now() }]),
  )
  node.memory = {
    opinions,
    delivering: [],
    syncDue: false,
    compactAt: Infinity,
    heartbeats: {},
    validated: undefined,
  }
  node.disk = (node.disk as Disk | undefined) ?? freshDisk(node)
  for (const rows of [...node.disk.sstables, node.disk.memtable]) {
    for (const [, partition] of rows) compactLater(node, purgeableAt(partition, node.options.gcGraceSeconds))
  }
  if (node.options.membership === 'gossip') startGossip(node)
  for (const id of node.others) deliverHints(node, id, 10_000)
}

function isAbsent(node: RingNode, id: NodeId): boolean {
  return node.options.nodes.find((one) => one.id === id)?.absent === true
}

function freshDisk({ options }: RingNode): Disk {
  return { memtable: Table.empty(), sstables: [], hints: Table.empty(), members: firstMembers(options) }
}
