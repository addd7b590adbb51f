import type { Json, Run } from '../core/types.ts'
import { readStored, type Stored } from '../checks/stored.ts'
import { storedInSet } from '../replica-set/stored.ts'
import { shardedOptions } from './options.ts'
import { shardOf } from './router.ts'

/** In a sharded cluster each key is where its shard's replica set holds it; a copy in another shard is none. */
function storedInShards(run: Run): Stored {
  const { plan } = run
  const options = shardedOptions(plan.options)
  const shards = new Map(
    Object.entries(options.shards).map(([shard, members]) => {
      const nodes = plan.nodes.filter(({ id }) => members.includes(id))
      return [shard, storedInSet({ ...run, plan: { ...plan, nodes, options: options.set as Json } })]
    }),
  )
  const ownerOf = (key: string) => shards.get(shardOf(options, key))!
  return {
    keys: [...new Set([...shards.values()].flatMap(({ keys }) => keys))].sort(),
    replicas: (key) => ownerOf(key).replicas(key),
    value: (key) => ownerOf(key).value(key),
    copy: (node, key) => ownerOf(key).copy(node, key),
  }
}

readStored('sharded', storedInShards)
