import { asNode } from '../core/cell.ts'
import { anything, fields, PlanError, type Shape } from '../core/plan/shape.ts'
import { register } from '../core/registry.ts'
import { within as asMember } from '../core/within.ts'
import type { Handler, Json, Node, NodeId, PlanNode, Program, System } from '../core/types.ts'
import { askedShapes, misaskedBy } from '../replica-set/asked.ts'
import { replicaSet } from '../replica-set/replica-set.ts'
import { notPrimary } from '../replica-set/write.ts'
import type { SetNode } from '../replica-set/state.ts'
import { type Level, levels } from '../levels.ts'
import { shardedOptions, type ShardedOptions, type ShardedSettings } from './options.ts'
import { router } from './router.ts'

/**
 * A sharded cluster after MongoDB: replica sets that each own a part of the keys, and a router that clients ask.
 * `find {value}`, which names no key, asks every shard and answers the keys of all documents with that value.
 *
 * `sharded({ key: 'ranged', splits: ['m'] })`
 *
 * What this model leaves out, beside the real thing: config servers, more than one router, chunks that are split and
 * moved, resharding, transactions over shards; and tokens are Murmur3's, where MongoDB has a hash of its own.
 */
export function sharded(settings: ShardedSettings = {}): System<ShardedOptions, Level> {
  const { nodes, ...rest } = settings
  const options = shardedOptions(rest)
  return systemOf(options, (nodes ?? everybody(options)).map(asNode))
}

function everybody({ shards, router: own }: ShardedOptions): readonly NodeId[] {
  return [...Object.values(shards).flat(), own]
}

function systemOf(options: ShardedOptions, nodes: readonly PlanNode[]): System<ShardedOptions, Level> {
  const wanted = [...everybody(options)].sort().join(' ')
  const given = nodes.map(({ id }) => id).sort().join(' ') // prettier-ignore
  if (wanted !== given) throw new PlanError([{ where: 'plan.nodes', expected: wanted, received: given }])
  const sets = Object.values(options.shards).map((members) =>
    replicaSet({ ...options.set, nodes: nodes.filter(({ id }) => members.includes(id)) }),
  )
  const program: Program = (node) => {
    if (node.id === options.router) return router(node)
    const set = sets.find((one) => one.nodes.some(({ id }) => id === node.id))!
    return member(node, set)
  }
  const { client, messages = [] } = sets[0]!
  return {
    name: 'sharded',
    options,
    nodes,
    program,
    // A client finds the router as it would find a primary: who isn't it says who is.
    client: { ...client, seeks: { ...client.seeks!, needsLeader: () => true } },
    operations: ['read', 'write', 'delete', 'find'],
    misasked: misaskedBy({ ...askedShapes, find: fields({ value: anything as Shape<Json> }) }),
    messages: ['write', 'write reply', 'read', 'read reply', ...messages],
    levels,
  }
}

register('sharded', (options: Json, { nodes }) => systemOf(shardedOptions(options), nodes))

/** A member of one shard's set: it knows of its own set alone, and sends clients to the router. */
function member(node: Node, set: System): { readonly [name: string]: Handler } {
  const within = asMember(node, set) as SetNode
  const handlers = set.program(within)
  const { router: own } = node.options as ShardedOptions
  const find = ({ value }: { readonly value: Json }) => {
    if (!within.memory.writable) return notPrimary(within)
    const found = [...within.disk.contents.documents].filter(([, held]) => held === value)
    return { value: found.map(([key]) => key) }
  }
  const forRouter =
    (handler: Handler): Handler =>
    (args, from) =>
      from === own ? handler(args, from) : { error: 'not a router', redirect: own }
  const asked = ['read', 'write', 'delete'].map((name) => [name, forRouter(handlers[name]!)])
  return { ...handlers, ...Object.fromEntries(asked), find: forRouter(find) } as {
    readonly [name: string]: Handler
  }
}
