import { PlanError, type Shape, anything, fields, listOf, mapOf, maybe, oneOf, orElse, read, text } from '../core/plan/shape.ts' // prettier-ignore
import type { Json, NodeId, PlanNode } from '../core/types.ts'
import type { ReplicaSetSettings } from '../replica-set/options.ts'

/** How a sharded cluster is set up. */
export interface ShardedOptions {
  /** The members of each shard's replica set, by the shard's name, in the order of their ranges. */
  readonly shards: { readonly [shard: string]: readonly NodeId[] }
  /** The node that clients ask. (mongos) */
  readonly router: NodeId
  /** 'hashed': by the key's token, the range of tokens cut evenly. 'ranged': by the key's own order. */
  readonly key: 'hashed' | 'ranged'
  /** With 'ranged': where each shard but the first begins. */
  readonly splits: readonly string[]
  /** Of every shard's replica set. */
  readonly set: Omit<ReplicaSetSettings, 'nodes'>
}

/** What a program may leave out; nodes are the members and the router, and may be described. */
export type ShardedSettings = Partial<ShardedOptions> & { readonly nodes?: readonly (NodeId | PlanNode)[] }

const shape = fields<ShardedOptions>({
  shards: orElse(mapOf(listOf(text(60), 1, 50)), { one: ['A', 'B', 'C'], two: ['D', 'E', 'F'] }),
  router: orElse(text(60), 'R'),
  key: orElse(oneOf('hashed', 'ranged'), 'hashed'),
  splits: orElse(listOf(text(200), 0, 100), []),
  set: maybe(anything as Shape<ShardedOptions['set']>) as Shape<ShardedOptions['set']>,
})

/** @throws PlanError that lists everything that's wrong: where, what was expected, what was received */
export function shardedOptions(settings: Partial<ShardedOptions> | Json): ShardedOptions {
  const options = { ...read(shape, settings ?? {}, 'sharded') }
  const count = Object.keys(options.shards).length
  const sorted = [...options.splits].sort()
  const wanted = options.key === 'hashed' ? 0 : count - 1
  if (options.splits.length !== wanted || sorted.some((split, place) => split !== options.splits[place])) {
    const expected = `${wanted} keys in their order: one less than shards for 'ranged', none for 'hashed'`
    throw new PlanError([{ where: 'sharded.splits', expected, received: JSON.stringify(options.splits) }])
  }
  return { ...options, set: options.set ?? {} }
}
