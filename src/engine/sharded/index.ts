/** What a cell may import of a sharded cluster: two replica sets and a router, and the rule that finds a key's shard. */
import './face.ts'
import './stored.ts'
export type { ShardedOptions, ShardedSettings } from './options.ts'
export { shardOf } from './router.ts'
export { sharded } from './sharded.ts'
